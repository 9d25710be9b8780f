import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { PAIR, SECRET, WHSEC } from './support/signedSenders.mts';

const run = promisify(execFile);
const DOCS = join(import.meta.dirname, '../../docs/signed-webhooks');
const folder = mkdtempSync(join(tmpdir(), 'pihooks-docs-'));
writeFileSync(
	join(folder, 'private.pem'),
	PAIR.privateKey.export({ type: 'pkcs8', format: 'pem' }),
);
const publicKey = PAIR.publicKey.export({ type: 'spki', format: 'pem' }).toString();

installMemoryRecords();
let host: Awaited<ReturnType<typeof createHost>>;
afterAll(() => rmSync(folder, { recursive: true }));

interface Page {
	/** What the page says about the node, beside its scheme. */
	parameters?: IDataObject;
	secret: string;
	event: string;
}

const id = { eventIdFrom: 'body', eventIdName: 'id' };
const pages: Record<string, Page> = {
	bodyJwt: { secret: SECRET, parameters: { issuer: 'APIkey1' }, event: 'room_started' },
	custom: {
		secret: SECRET,
		parameters: {
			header: 'X-Signature',
			prefix: 'sha512=',
			algorithm: 'sha512',
			encoding: 'base64',
			content: '{id}|{timestamp}|{body}',
			timestampHeader: 'X-Timestamp',
			idHeader: 'X-Event-ID',
		},
		event: 'report.ready',
	},
	github: { secret: SECRET, event: 'push' },
	messageSignature: { secret: SECRET, parameters: id, event: 'report.ready' },
	secretHeader: { secret: SECRET, parameters: id, event: 'report.ready' },
	shopify: { secret: SECRET, event: 'orders/create' },
	slack: { secret: SECRET, event: 'app_mention' },
	standardWebhooks: { secret: WHSEC, event: 'invoice.paid' },
	stripe: { secret: WHSEC, event: 'invoice.paid' },
};

/** The blocks of shell of a page; the first one only says what to fill in. */
function linesOf(page: string): string[] {
	const text = readFileSync(join(DOCS, `${page}.md`), 'utf8');
	return [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines).slice(1);
}

const cases = Object.keys(pages).flatMap((page) =>
	linesOf(page).map((lines, at): [string, number, string] => [page, at, lines]),
);

describe('the documents', () => {
	it('have a page with a curl line for each scheme, which the overview links', () => {
		const files = readdirSync(DOCS)
			.filter((name) => name !== 'README.md')
			.sort();
		expect(files).toEqual(Object.keys(pages).map((page) => `${page}.md`));
		const overview = readFileSync(join(DOCS, 'README.md'), 'utf8');
		for (const file of files) expect(overview).toContain(`(${file})`);
		expect(new Set(cases.map(([page]) => page)).size).toBe(files.length);
	});
});

describe('the curl lines of the documents', () => {
	afterEach(async () => await host.close());

	it.each(cases)('%s, line %i is signed as the node wants it', async (page, _, lines) => {
		const { secret, parameters, event } = pages[page];
		const key: Record<string, string> = lines.includes('private.pem') ? { publicKey } : { secret };
		host = await createHost({
			nodes: [{ type: 'signedWebhookTrigger', parameters: { scheme: page, ...parameters } }],
			credentials: { signedWebhookApi: key },
		});
		expect(await host.hook('create')).toBe(true);
		const env = { ...process.env, URL: host.webhookUrl(), SECRET: secret, API_KEY: 'APIkey1' };
		const shell = async (script: string) =>
			(await run('sh', ['-ec', script], { cwd: folder, env: { ...env, no_proxy: '*' } })).stdout;
		const twice = `${lines}\n${lines.trim().split('\n').at(-1)}`;
		expect(await shell(twice)).toBe('{"status":"accepted"}{"status":"duplicate"}');
		const { items } = await host.settled(host.executions[0], 'success', 'error');
		expect(items[0].json).toMatchObject({ event, eventId: expect.stringMatching(/.{8}/) });

		expect(JSON.parse(await shell(tampered(lines)))).toEqual({ error: expect.any(String) });
	});
});

/** Another body than the one that was signed, or another secret where none is. */
function tampered(lines: string): string {
	return lines
		.replace('--data-binary "$BODY"', '--data-binary "$BODY "')
		.replace('"X-Webhook-Secret: ', '$&x');
}
