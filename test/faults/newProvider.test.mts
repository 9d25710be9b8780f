import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** Every file of this checkout that git knows or would add, in a folder of its own. */
async function copyOfCheckout(): Promise<string> {
	const listed = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
	const { stdout } = await run('git', listed, { cwd: root, maxBuffer: 10_000_000 });
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-provider-'));
	for (const file of stdout.split('\0').filter(Boolean)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file), { force: true });
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	return folder;
}

describe('npm run new-provider', () => {
	let folder: string;
	const inCopy = async (program: string, ...args: string[]) => {
		// Jest's NODE_ENV would make n8n's lint take every file for a test.
		const { NODE_ENV: _, ...env } = process.env;
		const options = { cwd: folder, maxBuffer: 50_000_000, env };
		return await run(process.execPath, [program, ...args], options).then(
			({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
			({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
				code,
				output: stdout + stderr,
			}),
		);
	};
	/** @throws Error with all that the program said, where it fails */
	const succeed = async (program: string, ...args: string[]) => {
		const { code, output } = await inCopy(program, ...args);
		if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${output}`);
		return output;
	};
	const newProvider = async (name: string) => await inCopy('tools/scripts/newProvider.mjs', name);
	const git = async (...args: string[]) => (await run('git', args, { cwd: folder })).stdout;

	beforeAll(async () => {
		folder = await copyOfCheckout();
		await git('init', '--quiet');
		await git('add', '--all');
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('refuses a name that is no class name, and changes nothing', async () => {
		for (const name of ['', 'acme', 'Ac me', '../Acme']) {
			const { code, output } = await newProvider(name);
			expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('Usage') });
		}
		expect(await git('status', '--porcelain', '--untracked-files=all')).not.toContain('cme');
	});

	it('makes a provider that changes no shared room, builds, and passes lint and its tests', async () => {
		expect(await newProvider('Acme')).toMatchObject({ code: 0 });
		const changed = (await git('diff', '--name-only')).trim().split('\n');
		expect(changed).toEqual(['package.json', 'tools/sandbox/index.mts']);
		const added = await git('ls-files', '--others', '--exclude-standard');
		expect(added).not.toMatch(/^lib\//m);
		expect(added).toContain('nodes/Acme/AcmeTrigger.node.ts');
		expect(readFileSync(join(folder, 'nodes/Acme/Acme.node.ts'), 'utf8')).not.toMatch(/example/i);

		const bin = (name: string) => `node_modules/${name}`;
		await succeed(bin('typescript/bin/tsc'), '-p', 'tsconfig.json');
		await succeed(bin('gulp/bin/gulp.js'), 'assets', '--silent');
		await succeed(bin('typescript/bin/tsc'), '-p', 'tsconfig.tools.json');
		const sources = added.split('\n').filter((file) => /\.m?ts$/.test(file));
		const published = sources.filter((file) => /^(nodes|credentials)\//.test(file));
		await succeed(bin('eslint/bin/eslint.js'), ...published);
		await succeed(bin('prettier/bin/prettier.cjs'), '--check', ...sources);
		// Not by `npm test`: it would install into node_modules, which is this checkout's own.
		const node = ['--import', 'tsx', '--experimental-vm-modules', '--no-warnings'];
		const tests = ['--selectProjects=contract', '--testPathPatterns', 'contract/(acme|forms)'];
		const output = await succeed(...([...node, bin('jest/bin/jest.js'), ...tests] as [string]));
		expect(output).toMatch(/PASS contract .*acme/);
	}, 600_000);

	it('refuses a name that is taken, and changes nothing', async () => {
		expect(await newProvider('Pi')).toEqual({
			code: 1,
			output: expect.stringContaining('is there already'),
		});
	});
});
