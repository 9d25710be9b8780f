import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startN8n } from '../../../tools/n8n/n8n.mts';

/** Hangs as often as told, as n8n does now and then in its migrations, and serves afterwards. */
const script = (hangs: number) => `
	const { appendFileSync, existsSync, readFileSync } = require('node:fs');
	const starts = process.env.N8N_USER_FOLDER + '/starts';
	appendFileSync(starts, 'x');
	const count = readFileSync(starts, 'utf8').length;
	console.log('Initializing n8n process');
	console.log('Migrations in progress, please do NOT stop the process.');
	if (count > ${hangs})
		require('node:http')
			.createServer((_, response) => response.setHeader('content-type', 'application/json').end('{}'))
			.listen(process.env.N8N_PORT, '127.0.0.1');
	else setInterval(() => {}, 1000);
`;

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'pihooks-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function start(hangs: number) {
	const file = join(folder, 'n8n.cjs');
	writeFileSync(file, script(hangs));
	return await startN8n({
		runtime: { folder, version: '0.0.0', script: file, node: process.execPath },
		userFolder: folder,
		hangSeconds: 1.5,
	});
}

describe('an n8n that hangs in its migrations', () => {
	it.each([0, 1, 2])('serves after %d starts that hang', async (hangs) => {
		const n8n = await start(hangs);
		try {
			expect(readFileSync(join(folder, 'starts'), 'utf8')).toHaveLength(hangs + 1);
			expect((await fetch(`${n8n.url}/rest/settings`)).status).toBe(200);
		} finally {
			await n8n.stop('SIGKILL');
		}
	});
});
