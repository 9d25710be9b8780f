import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');
const OWN_URL =
	/https:\/\/github\.com\/n8n-nodes-pihooks\/n8n-nodes-pihooks(?:\/(?:blob|tree)\/main\/)?([\w./-]*)(#[\w-]+)?/g;
const LINK = /\]\((?!\w+:)([^)\s#]*)(#[^)\s]+)?\)/g;
/** Pages of GitHub's own, beside the files. */
const SERVICE = /^\/(?:issues|releases|actions|security)/;

const filesOf = (folder: string, ending: RegExp) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => ending.test(file))
		.map((file) => join(folder, file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const pages = [
	...readdirSync(root).filter((file) => file.endsWith('.md')),
	...['docs', 'deploy', 'examples'].flatMap((folder) => filesOf(folder, /\.md$/)),
];

/** The anchors that GitHub gives the headings of a page, the second of one name with a number. */
function anchorsOf(page: string): string[] {
	const seen = new Map<string, number>();
	const text = read(page).replace(/^```.*?^```/gms, '');
	return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
		const anchor = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-');
		const count = seen.get(anchor) ?? 0;
		seen.set(anchor, count + 1);
		return count === 0 ? anchor : `${anchor}-${count}`;
	});
}

/** Why a link leads nowhere, if it does. */
function problem(path: string, anchor: string | undefined): string | undefined {
	if (!existsSync(join(root, path))) return `there is no ${path}`;
	if (!anchor) return undefined;
	const page = statSync(join(root, path)).isDirectory() ? join(path, 'README.md') : path;
	return anchorsOf(page).includes(anchor.slice(1)) ? undefined : `${page} has no ${anchor}`;
}

const problemsOf = (name: string, links: Array<[path: string, anchor: string | undefined]>) =>
	links.flatMap(([path, anchor]) => {
		const found = problem(path, anchor);
		return found ? [`${name}: ${found}`] : [];
	});

const ownUrls = (text: string) =>
	[...text.matchAll(OWN_URL)]
		.filter(([, path = '']) => !SERVICE.test(path))
		.map(([, path, anchor]): [string, string | undefined] => [path || 'README.md', anchor]);

describe('links', () => {
	it.each(pages)('of %s lead to a page and a heading that are there', (name) => {
		const text = read(name);
		const links = [...text.matchAll(LINK)].map(([, path, anchor]): [string, string | undefined] => [
			path ? relative(root, join(root, dirname(name), path)) : name,
			anchor,
		]);
		expect(problemsOf(name, [...links, ...ownUrls(text)])).toEqual([]);
	});

	it('of nodes and credentials lead to a page and a heading that are there', () => {
		const files = [
			...filesOf('nodes', /\.node\.json$/),
			...filesOf('credentials', /\.ts$/),
			...filesOf('nodes', /\.ts$/),
		];
		const links = files.map((name): [string, ReturnType<typeof ownUrls>] => [
			name,
			ownUrls(read(name)),
		]);
		const codex = links.filter(([name]) => name.endsWith('.json'));
		expect(codex.filter(([, own]) => own.length === 0)).toEqual([]);
		expect(links.flatMap(([name, own]) => problemsOf(name, own))).toEqual([]);
	});
});

describe('pictures', () => {
	it('are all shown or linked by a page', () => {
		const shown = pages.flatMap((name) =>
			[...read(name).matchAll(LINK)].map(([, path = '']) =>
				relative(root, join(root, dirname(name), path)),
			),
		);
		const pictures = filesOf(join('docs', 'pictures'), /\.(?:png|gif)$/);
		expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
	});
});

describe('the README', () => {
	it('is a page of npm that one reads to its end', () => {
		expect(read('README.md').split('\n').length).toBeLessThan(150);
	});

	it('links every page for users within two clicks', () => {
		const linked = (name: string) =>
			[...read(name).matchAll(LINK)]
				.map(([, path = '']) => relative(root, join(root, dirname(name), path)))
				.filter((path) => path.endsWith('.md'));
		const first = linked('README.md');
		const reached = new Set([...first, ...first.flatMap(linked)]);
		const forUsers = pages.filter((page) => !page.startsWith(join('docs', 'reference')));
		expect(forUsers.filter((page) => page !== 'README.md' && !reached.has(page))).toEqual([]);
	});
});
