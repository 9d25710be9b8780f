import type { Input } from '../types';
import { readText } from './readText';
import type { Reading } from './reading';

/** Longer than anybody names a binary field: base64 pasted or computed in place. */
const LONGEST_NAME = 256;

// Looks for what is not base64: matching all of a large file would overflow the stack of the engine.
const isBase64 = (text: string) => text.length > LONGEST_NAME && !/[^\w+/=\s-]/.test(text);

/** A file: an address, inline data where the provider takes it, or else the name of a binary field. */
export function readMedia(input: Input, given: unknown): Reading {
	const read = readText(input, given);
	if (!('value' in read)) return read;
	const { label, media } = input;
	const value = String(read.value).trim();
	if (!media) return read;

	if (/^https?:\/\//i.test(value)) {
		if (media.accepts !== 'base64' && URL.canParse(value)) return { value };
		return media.accepts === 'base64'
			? {
					problem: `"${label}" takes no URL: name a binary field of the incoming item that holds the file`,
				}
			: { problem: `"${label}" is not a complete URL: ${value}` };
	}
	if (/^data:/i.test(value) || isBase64(value)) {
		if (media.accepts !== 'url') return { value };
		return {
			problem: `"${label}" takes no inline data: put the file in a binary field of the incoming item and name that field, or give its URL`,
		};
	}
	return { value, binaries: [{ path: [], field: value, media, label }] };
}
