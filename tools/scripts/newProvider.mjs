import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './bootstrap.mjs';
import { filesUnder } from './fileHash.mjs';

const TEMPLATE = join(root, 'tools', 'template');
/** The files are no code yet: the compiler and the linters pass over them. */
const ENDING = '.txt';

/** Where the folders of the template go. */
const placesOf = (name) => ({
	credentials: 'credentials',
	icons: 'icons',
	nodes: 'nodes',
	reference: join('docs', 'reference'),
	sandbox: join('tools', 'sandbox', lowerFirst(name)),
	test: join('test', 'contract'),
});

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);

/** The addresses on example.com stay: they are nobody's, and wait to be replaced by the real ones. */
const named = (text, name) =>
	text
		.replaceAll(/Example/g, name)
		.replaceAll(/example(?!\.com)/g, lowerFirst(name))
		.replaceAll(/EXAMPLE/g, name.toUpperCase());

/** Adds a line to a list that is sorted, where it belongs. */
const inserted = (list, line) => [...list, line].sort((a, b) => (a < b ? -1 : 1));

function addToManifest(name) {
	const file = join(root, 'package.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8'));
	const { n8n } = manifest;
	n8n.credentials = inserted(n8n.credentials, `dist/credentials/${name}Api.credentials.js`);
	for (const node of [name, `${name}Trigger`])
		n8n.nodes = inserted(n8n.nodes, `dist/nodes/${name}/${node}.node.js`);
	writeFileSync(file, `${JSON.stringify(manifest, null, '\t')}\n`);
}

function addToSandbox(name) {
	const file = join(root, 'tools', 'sandbox', 'index.mts');
	const lower = lowerFirst(name);
	const text = readFileSync(file, 'utf8')
		.replace(/(?=^import type)/m, `import { start${name} } from './${lower}/index.mts';\n`)
		.replace(/(?=^\} satisfies)/m, `\t${lower}: start${name},\n`);
	writeFileSync(file, text);
}

/**
 * Makes the folder of a provider from the template, with its credential, sandbox, icons, facts and
 * test, and lists it where providers are listed.
 *
 * @returns the new files, from the root on
 */
async function newProvider(name) {
	const places = placesOf(name);
	const files = filesUnder(TEMPLATE).map((file) => {
		const [folder, ...rest] = relative(TEMPLATE, file).split(/[\\/]/);
		const path = named(join(places[folder], ...rest), name).slice(0, -ENDING.length);
		return { file, path };
	});
	const taken = files.find(({ path }) => existsSync(join(root, path)));
	if (taken) throw new Error(`${taken.path} is there already`);
	for (const { file, path } of files) {
		const target = join(root, path);
		mkdirSync(dirname(target), { recursive: true });
		const text = named(readFileSync(file, 'utf8'), name);
		const options = { ...(await resolveConfig(target)), filepath: target };
		const formatted = /\.(m?ts|json|md)$/.test(path) ? await format(text, options) : text;
		writeFileSync(target, formatted);
	}
	addToManifest(name);
	addToSandbox(name);
	return files.map(({ path }) => path).sort();
}

const [name = ''] = process.argv.slice(2);
if (!/^[A-Z][A-Za-z0-9]{1,30}$/.test(name)) {
	console.error('Usage: npm run new-provider -- Name   (as in a class name: Acme, OpenFarm)');
	process.exitCode = 1;
} else {
	try {
		const files = await newProvider(name);
		console.log(
			`Made ${files.length} files, listed in package.json and tools/sandbox/index.mts:\n`,
		);
		for (const file of files) console.log(`  ${file}`);
		const test = `npm test -- contract --testPathPatterns ${lowerFirst(name)}`;
		console.log(`\nWhat to do next: \`${test}\` is green already.`);
		console.log(
			`Write down the facts in docs/reference/${lowerFirst(name)}.md, then change the code to them.`,
		);
	} catch (error) {
		console.error(`Nothing was changed: ${error.message}.`);
		process.exitCode = 1;
	}
}
