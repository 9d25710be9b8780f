import type { IDataObject } from 'n8n-workflow';
import { labelOf } from './labelOf';
import type { Choice, Input, Media, MediaKind } from './types';

type More = Partial<Omit<Input, 'name' | 'type'>>;

const input = (name: string, type: Input['type'], description: string, more: More): Input => ({
	name,
	type,
	label: labelOf(name),
	description,
	role: 'other',
	...more,
});

/** A text. */
export const text = (name: string, description: string, more: More = {}): Input =>
	input(name, 'string', description, more);

/** The text that says what to make. */
export const prompt = (more: More & { name?: string } = {}): Input => {
	const { name = 'prompt', ...rest } = more;
	return text(name, 'What to generate', {
		role: 'prompt',
		placeholder: 'e.g. A lighthouse in a storm, oil on canvas',
		...rest,
	});
};

export const negativePrompt = (more: More = {}): Input =>
	text('negative_prompt', 'What to avoid', { placeholder: 'e.g. blurry, text', ...more });

/** A whole number. */
export const int = (name: string, description: string, more: More = {}): Input =>
	input(name, 'integer', description, more);

/** A number. */
export const num = (name: string, description: string, more: More = {}): Input =>
	input(name, 'number', description, more);

/** A yes or no; `description` starts with "Whether". */
export const flag = (name: string, description: string, more: More = {}): Input =>
	input(name, 'boolean', description, { default: false, ...more });

/** One of a fixed set: values, or values with the label each is shown under. */
export const choice = (
	name: string,
	values: Array<string | number> | Record<string, string>,
	description: string,
	more: More = {},
): Input => {
	const options: Choice[] = Array.isArray(values)
		? values.map((value) => ({
				value,
				label: typeof value === 'string' && /^[a-z]/.test(value) ? labelOf(value) : String(value),
			}))
		: Object.entries(values).map(([value, label]) => ({ value, label }));
	return input(name, 'choice', description, { options, default: options[0]?.value, ...more });
};

const EXAMPLE: Record<MediaKind, string> = {
	image: 'photo.jpg',
	video: 'clip.mp4',
	audio: 'voice.mp3',
};

const mediaDescription = (what: string, accepts: Media['accepts']) =>
	accepts === 'base64'
		? `${what}: base64 text, or the name of the incoming item's binary field that holds it`
		: `${what}: its URL, or the name of the incoming item's binary field that holds it`;

interface MediaMore extends More {
	/** What the file is for, in a few words; the rest of the description is the same everywhere. */
	what?: string;
	accepts?: Media['accepts'];
}

/** A file: an address, or the name of a binary field of the incoming item. */
export const media = (name: string, kind: MediaKind, more: MediaMore = {}): Input => {
	const { what = `The ${kind}`, accepts = 'url', ...rest } = more;
	return input(name, 'string', mediaDescription(what, accepts), {
		role: 'media',
		media: { kind, accepts },
		placeholder: accepts === 'base64' ? 'e.g. data' : `e.g. https://example.com/${EXAMPLE[kind]}`,
		...rest,
	});
};

/** Several files. */
export const mediaList = (name: string, kind: MediaKind, more: MediaMore = {}): Input => {
	const { what = `The ${kind} files`, accepts = 'url', ...rest } = more;
	const description = `${what}: URLs or names of the incoming item's binary fields, separated by commas`;
	return input(name, 'strings', description, {
		role: 'media',
		media: { kind, accepts },
		placeholder: 'e.g. data, data_1',
		...rest,
	});
};

/** One group of fields. */
export const group = (name: string, items: Input[], description: string, more: More = {}): Input =>
	input(name, 'object', description, { items, ...more });

/** A group of fields within a group, which the form shows as fields of the outer one. */
export const inline = (name: string, items: Input[]): Input => input(name, 'inline', '', { items });

/** A list of groups of fields. */
export const groups = (name: string, items: Input[], description: string, more: More = {}): Input =>
	input(name, 'objects', description, { items, ...more });

/** Any JSON. */
export const json = (name: string, description: string, more: More = {}): Input =>
	input(name, 'json', description, more);

/** A value the provider demands and nobody needs to choose. */
export const fixed = (name: string, value: IDataObject[string]): Input =>
	input(name, 'fixed', '', { fixed: value });
