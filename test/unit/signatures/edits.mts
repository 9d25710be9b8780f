import fc from 'fast-check';
import type { Sender } from './senders.mts';

/** Code units of any kind, most of them such as headers are made of. */
export const odd = fc.string({
	unit: fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...'0123456789abcdefABCDEF=,.;:()"\\ \t-+/_tv') },
		{ weight: 2, arbitrary: fc.nat({ max: 0x17f }).map((code) => String.fromCharCode(code)) },
		{ weight: 1, arbitrary: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) },
	),
	maxLength: 12,
});

const EDITS = {
	insert: (value: string, at: number, _length: number, text: string) =>
		value.slice(0, at) + text + value.slice(at),
	remove: (value: string, at: number, length: number) =>
		value.slice(0, at) + value.slice(at + length),
	replace: (value: string, at: number, length: number, text: string) =>
		value.slice(0, at) + text + value.slice(at + length),
	rotate: (value: string, at: number) => value.slice(at) + value.slice(0, at),
	double: (value: string, _at: number, _length: number, text: string) => value + text + value,
	forget: (_value: string, _at: number, _length: number, text: string) => text,
	raise: (value: string) => value.toUpperCase(),
	swap: (value: string, at: number, _length: number, text: string) =>
		value.replaceAll(value.charAt(at), text),
};

interface Edit {
	how: keyof typeof EDITS;
	/** Where, as a share of the length. */
	share: number;
	length: number;
	text: string;
}

export const edits: fc.Arbitrary<Edit> = fc.record({
	how: fc.constantFrom(...(Object.keys(EDITS) as Array<keyof typeof EDITS>)),
	share: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.nat({ max: 5 }),
	text: odd,
});

export const edited = (value: string, { how, share, length, text }: Edit) =>
	EDITS[how](value, Math.floor(share * value.length), length, text);

/**
 * Parts of a header's value without the spaces that do not count; upper-case hex says the same as
 * lower.
 */
function meaning({ separator, hex }: Sender, value: string): string[] {
	const parts = separator ? value.split(separator) : [value];
	// The padding of base64 may be left out.
	const trimmed = parts.map((part) => part.replace(/^[ \t]+|[ \t]+$/g, '').replace(/=+$/, ''));
	const spaced = trimmed.map((part) =>
		part.replace(/\( +/g, '(').replace(/ +\)/g, ')').replace(/; +/g, ';').replace(/ +/g, ' '),
	);
	return hex
		? spaced.map((part) => part.replace(/[0-9A-F]{64}/gi, (all) => all.toLowerCase()))
		: spaced;
}

/**
 * Whether all that was said is still said. Parts may be added: a scheme skips what it does not
 * know.
 */
export function saysTheSame(sender: Sender, before: string, after: string): boolean {
	const parts = meaning(sender, after);
	return meaning(sender, before).every((part) => parts.includes(part));
}
