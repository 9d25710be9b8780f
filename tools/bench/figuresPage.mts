import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../n8n/paths.mts';

const BEGIN = '<!-- bench -->';
const END = '<!-- /bench -->';
const file = join(root, 'docs', 'figures.md');

/** The page of figures before and after its table. Throws where it has no two markers. */
export function aroundTable(): [before: string, after: string] {
	const page = readFileSync(file, 'utf8');
	const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
	if (from < 0 || to < from)
		throw new Error(
			`docs/figures.md has no ${BEGIN} and ${END}: put them where the table shall be`,
		);
	return [page.slice(0, from + BEGIN.length), page.slice(to)];
}

/** Puts the table between the markers of the page. */
export function writeFigures(text: string): void {
	const [before, after] = aroundTable();
	writeFileSync(file, `${before}\n\n${text}\n\n${after}`);
}
