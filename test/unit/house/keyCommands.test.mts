import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const page = join(import.meta.dirname, '..', '..', '..', 'docs', 'pipevest.md');

it('makes an ed25519 key pair by the commands of the Pipevest page, and leaves no file', () => {
	const [, commands = ''] = /```bash\n(.*?)```/s.exec(readFileSync(page, 'utf8')) ?? [];
	const cwd = mkdtempSync(join(tmpdir(), 'pihooks-key-'));
	try {
		const shown = execFileSync('sh', ['-ec', commands], { cwd, encoding: 'utf8' });
		expect(createPublicKey(shown).asymmetricKeyType).toBe('ed25519');
		expect(readdirSync(cwd)).toEqual([]);
	} finally {
		rmSync(cwd, { recursive: true });
	}
});
