import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');
const FOLDERS = ['credentials', 'deploy', 'docs', 'lib', 'nodes', 'test', 'tools'];
const TEXT = /\.(?:md|mts|mjs|ts|ya?ml)$/;
/** What a path in backticks may begin with, and where it may have a blank to fill in. */
const PATH = /`((?:credentials|deploy|docs|examples|icons|lib|nodes|test|tools)\/[\w./-]+)`/g;

/** The provider that CONTRIBUTING adds as its example. */
const MADE_UP = /\bacme\b|Acme/;

const files = [
	...FOLDERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => TEXT.test(file) && !file.includes('node_modules'))
			.map((file) => join(folder, file)),
	),
	...readdirSync(root).filter((file) => file.endsWith('.md')),
]
	.filter((file) => join(root, file) !== import.meta.filename)
	.map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

/** Numbers of the sections of a page: those of its headings. */
const sectionsOf = (page: string) =>
	[...readFileSync(join(root, page), 'utf8').matchAll(/^#{2,3} ([\d.]+)/gm)].map(([, n]) => n);

const missing = (name: string, found: Iterable<string | undefined>) =>
	[...found]
		.filter((path) => path && !MADE_UP.test(path) && !existsSync(join(root, path)))
		.map((path) => `${name}: ${path}`);

describe('what comments and documents cite', () => {
	it('is a page of this repository', () => {
		const cited = files.flatMap(({ name, text }) =>
			missing(
				name,
				[...text.matchAll(/\bdocs\/[\w./-]+\.md\b/g)].map(([path]) => path),
			),
		);
		expect(cited).toEqual([]);
	});

	it('is a section that the page has', () => {
		// `docs/reference/pi.md 4, 6 and 7`, over the end of a comment's line too.
		const citation =
			/\b(docs\/reference\/[\w-]+\.md)[\s*/]{1,8}(\d+(?:\.\d+)?(?:(?:, | and | to |; )\d+(?:\.\d+)?)*)/g;
		const unknown = files.flatMap(({ name, text }) =>
			[...text.matchAll(citation)].flatMap(([, page = '', numbers = '']) => {
				if (!existsSync(join(root, page))) return [];
				const sections = sectionsOf(page);
				return (numbers.match(/\d+(?:\.\d+)?/g) ?? [])
					.filter((number) => !sections.includes(number))
					.map((number) => `${name}: ${page} ${number}`);
			}),
		);
		expect(unknown).toEqual([]);
	});

	it('is nothing that only its author had', () => {
		const foreign =
			/(?<!docs\/|\]\()\breference\/[\w-]+\.(?:md|json)|\bseeds\/\d|reference catalogue/g;
		const cited = files.flatMap(({ name, text }) =>
			[...text.matchAll(foreign)].map(([found]) => `${name}: ${found}`),
		);
		expect(cited).toEqual([]);
	});

	it('is a file or folder that is there, where a path is given', () => {
		const paths = files.flatMap(({ name, text }) =>
			missing(
				name,
				[...text.matchAll(PATH)].map(([, path]) => path),
			),
		);
		expect(paths).toEqual([]);
	});
});
