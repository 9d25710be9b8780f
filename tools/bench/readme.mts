import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../n8n/paths.mts';

const BEGIN = '<!-- bench -->';
const END = '<!-- /bench -->';
const file = join(root, 'README.md');

/** The README before and after its table. Throws where it has no two markers. */
export function aroundTable(): [before: string, after: string] {
	const readme = readFileSync(file, 'utf8');
	const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
	if (from < 0 || to < from)
		throw new Error(`README.md has no ${BEGIN} and ${END}: put them where the table shall be`);
	return [readme.slice(0, from + BEGIN.length), readme.slice(to)];
}

/** Puts the table between the markers of the README. */
export function writeReadme(text: string): void {
	const [before, after] = aroundTable();
	writeFileSync(file, `${before}\n\n${text}\n\n${after}`);
}
