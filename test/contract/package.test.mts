import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import type { Icon } from 'n8n-workflow';
import { credentials, manifest, nodes, root } from './harness/builtPackage.mts';

/** What n8n lets a verified package import, beside its own files (docs/reference/n8n.md 7). */
const ALLOWED = ['n8n-workflow', 'zod', 'luxon', 'p-limit', 'lodash', 'crypto', 'node:crypto'];
const SOURCES = ['credentials', 'nodes', 'lib'];

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesOf = (folder: string, ending: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => join(folder, file));

const sources = SOURCES.flatMap((folder) => filesOf(folder, '.ts'));
const built = filesOf('dist', '.js');

/** Every match of the pattern's first group, with its file. */
function matches(files: string[], pattern: RegExp): string[] {
	return files.flatMap((file) =>
		[...read(file).matchAll(pattern)].map(([all, found]) => `${file}: ${found ?? all}`),
	);
}

async function packedFiles(): Promise<string[]> {
	const command = ['pack', '--dry-run', '--json', '--ignore-scripts'];
	const { stdout } = await promisify(execFile)('npm', command, {
		cwd: root,
		shell: process.platform === 'win32',
	});
	const [{ files }] = JSON.parse(stdout) as Array<{ files: Array<{ path: string }> }>;
	return files.map(({ path }) => path);
}

const filesOfIcon = (icon: Icon | undefined): string[] =>
	typeof icon === 'object' ? [icon.light, icon.dark] : [icon ?? ''];

/** Where an icon of a built file is, from the package's root. */
const iconPath = (builtFile: string, icon: string) =>
	join(dirname(builtFile), icon.replace(/^file:/, ''));

const builtNodes = nodes.map((node, index) => ({
	name: node.description.name,
	file: manifest.n8n.nodes[index],
	node,
}));
const builtCredentials = credentials.map((credential, index) => ({
	name: credential.name,
	file: manifest.n8n.credentials[index],
	credential,
}));

describe('the published package', () => {
	it("passes n8n's rules as n8n's scanner applies them: built, without exceptions", async () => {
		const eslint = new ESLint({
			cwd: root,
			allowInlineConfig: false,
			overrideConfigFile: true,
			overrideConfig: [
				n8nCommunityNodesPlugin.configs.recommended,
				{ languageOptions: { sourceType: 'commonjs' } },
			],
		});
		const results = await eslint.lintFiles(['dist/**/*.js']);
		const found = results.flatMap(({ filePath, messages }) =>
			messages.map(({ ruleId, line, message }) => `${filePath}:${line} ${ruleId} ${message}`),
		);
		expect(results.length).toBe(built.length);
		expect(found).toEqual([]);
	});

	it.each([
		['writes nothing to the console', /\bconsole\s*[.[]/g],
		['switches no rule off', /eslint-disable|@ts-(?:ignore|nocheck|expect-error)/g],
	])('%s', (_, pattern) => {
		expect(matches([...sources, ...built], pattern)).toEqual([]);
	});

	it('imports nothing that n8n does not let it', () => {
		const imports = matches(
			[...sources, ...built],
			/(?:\bfrom\s*|\bimport\s*|\brequire\(\s*|\bimport\(\s*)['"]([\w@./:-]+)['"]/g,
		);
		expect(imports.length).toBeGreaterThan(built.length);
		const foreign = imports.filter((each) => {
			const name = each.split(': ')[1];
			return !name.startsWith('.') && !ALLOWED.includes(name);
		});
		expect(foreign).toEqual([]);
	});

	it('packs what n8n reads, the README and the license, and no more', async () => {
		const files = await packedFiles();
		const others = files.filter((file) => !/^dist\/.+\.(js|json|svg)$/.test(file));
		expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
		expect(files).toEqual(expect.arrayContaining([...manifest.n8n.nodes]));
		expect(files).toEqual(expect.arrayContaining([...manifest.n8n.credentials]));
	});

	it('names every built node and credential', () => {
		const withSlashes = (files: string[]) => files.map((file) => file.replaceAll('\\', '/')).sort();
		expect(withSlashes(filesOf('dist', '.node.js'))).toEqual([...manifest.n8n.nodes].sort());
		expect(withSlashes(filesOf('dist', '.credentials.js'))).toEqual(
			[...manifest.n8n.credentials].sort(),
		);
	});
});

describe.each(builtNodes)('the node $name', ({ name, file, node }) => {
	it('can be found by its codex file', () => {
		const codex = JSON.parse(read(file.replace(/\.js$/, '.json'))) as Record<string, unknown>;
		expect(codex).toMatchObject({
			node: `${manifest.name}.${name}`,
			categories: expect.any(Array),
			alias: expect.any(Array),
		});
		const schemes = node.description.properties.find((field) => field.name === 'scheme');
		const senders = (schemes?.options ?? []).map((sender) => sender.name.toLowerCase());
		expect(codex.alias).toEqual(expect.arrayContaining(senders));
		// The editor shows a node of this category only inside of agents.
		expect(codex.categories).not.toContain('AI');
	});

	it('is in the README with all its operations', () => {
		const { displayName, properties } = node.description;
		const row = read('README.md')
			.split('\n')
			.find((line) => line.startsWith(`| **${displayName}** |`));
		const offered = properties
			.filter((field) => field.name === 'resource' || field.name === 'operation')
			.flatMap(({ options = [] }) => options.map((option) => option.name));
		expect(row).toBeDefined();
		expect(offered.filter((name) => !row?.includes(name))).toEqual([]);
	});

	it('has an icon for light and one for dark', () => {
		const icons = filesOfIcon(node.description.icon as Icon).map((icon) => iconPath(file, icon));
		expect(new Set(icons).size).toBe(2);
		expect(icons.filter((icon) => !existsSync(join(root, icon)))).toEqual([]);
	});
});

describe.each(builtCredentials)('the credential $name', ({ name, file, credential }) => {
	it('can be tested', () => {
		const testedBy = nodes.flatMap(({ description }) =>
			(description.credentials ?? []).filter((each) => each.name === name && each.testedBy),
		);
		expect(Boolean(credential.test) || testedBy.length > 0).toBe(true);
	});

	it('has an icon for light and one for dark', () => {
		const icons = filesOfIcon(credential.icon).map((icon) => iconPath(file, icon));
		expect(new Set(icons).size).toBe(2);
		expect(icons.filter((icon) => !existsSync(join(root, icon)))).toEqual([]);
	});

	it('is used by a node', () => {
		const users = nodes.filter(({ description }) =>
			(description.credentials ?? []).some((each) => each.name === name),
		);
		expect(users).not.toEqual([]);
	});
});
