import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../local/paths.mts';

const BEGIN = '<!-- bench -->';
const END = '<!-- /bench -->';

/**
 * Puts the table between the two markers of the README.
 * @throws Error where the README has none
 */
export function writeReadme(text: string): void {
	const file = join(root, 'README.md');
	const readme = readFileSync(file, 'utf8');
	const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
	if (from < 0 || to < from)
		throw new Error(`README.md has no ${BEGIN} and ${END}: add them first`);
	writeFileSync(file, `${readme.slice(0, from + BEGIN.length)}\n\n${text}\n\n${readme.slice(to)}`);
}
