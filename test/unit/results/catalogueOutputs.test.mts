import { describe, expect, it } from '@jest/globals';
import { families } from '../../../dist/nodes/Piapi/catalogue/index.js';
import { collectUrls } from '../../../dist/lib/results/collectUrls.js';

/** Results of tasks that are text. */
const TEXT = ['description', 'seed'];

/** An output with a value at a path such as `works[].video.resource` or `clips.*.audio_url`. */
const put = (output: Record<string, unknown>, path: string, value: string) => {
	const keys = path.replace(/\[\]/g, '.0').replace(/\*/g, 'a1b2').split('.');
	let place = output;
	for (const [index, key] of keys.entries()) {
		const isList = keys[index + 1] === '0';
		place[key] ??= index === keys.length - 1 ? value : isList ? [] : {};
		place = place[key] as Record<string, unknown>;
	}
};

const outputs = families.flatMap(({ name, tasks }) =>
	tasks.map(({ id, outputs: paths }): [string, string[]] => [
		`${name} ${id}`,
		paths.filter((path) => !TEXT.includes(path)),
	]),
);

describe('collectUrls for every task of the catalogue', () => {
	it.each(outputs)('finds all results of %s', (_, paths) => {
		const output = {};
		const urls = paths.map((__, index) => `https://cdn.example.com/${index}`);
		for (const [index, path] of paths.entries()) put(output, path, urls[index]);
		expect([...collectUrls(output)].sort()).toEqual([...urls].sort());
	});
});
