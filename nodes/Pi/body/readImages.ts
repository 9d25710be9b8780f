import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { MediaRule } from './bodyField';

/** docs/reference/pi.md 8 */
const LARGEST_BYTES = 15 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

const DATA_URL = /^data:([^;,]*)[^,]*,/i;
const BASE64 = /^[A-Za-z\d+/_-]{64,}={0,2}$/;

/**
 * Images as Pi takes them: data URLs of the item's binary fields that are named, public URLs where
 * they are allowed, and what is a data URL or base64 already.
 *
 * @returns one text, or a list of them where a list was given
 * @throws NodeOperationError when there are too many, or one is not what Pi takes; before anything is
 * sent
 */
export async function readImages(
	ctx: IExecuteFunctions,
	itemIndex: number,
	label: string,
	given: unknown,
	rule: MediaRule,
): Promise<string | string[]> {
	const refuse = (problem: string) =>
		new NodeOperationError(ctx.getNode(), `"${label}": ${problem}`, { itemIndex });
	const entries = Array.isArray(given) ? given.map(String) : [String(given).trim()];
	if (entries.length > rule.most) throw refuse(`Pi takes at most ${rule.most} images`);
	const images: string[] = [];
	for (const entry of entries) {
		const image = asImage(entry) ?? (await fromBinary(ctx, itemIndex, entry));
		const problem = image === undefined ? notFound(entry) : problemOf(image, rule);
		if (problem || image === undefined) throw refuse(String(problem));
		images.push(image);
	}
	const [only = ''] = images;
	return Array.isArray(given) ? images : only;
}

function asImage(entry: string): string | undefined {
	return DATA_URL.test(entry) || BASE64.test(entry) || /^https?:\/\//i.test(entry)
		? entry
		: undefined;
}

async function fromBinary(
	ctx: IExecuteFunctions,
	itemIndex: number,
	field: string,
): Promise<string | undefined> {
	const binary = ctx.getInputData()[itemIndex]?.binary?.[field];
	if (!binary) return undefined;
	const bytes = await ctx.helpers.getBinaryDataBuffer(itemIndex, field);
	return `data:${binary.mimeType};base64,${bytes.toString('base64')}`;
}

function notFound(entry: string): string {
	return `"${entry.slice(0, 60)}" is neither a binary field of the item nor an image`;
}

function problemOf(image: string, { takesUrl }: MediaRule): string | undefined {
	if (/^https?:\/\//i.test(image)) {
		if (!takesUrl) return 'Pi takes files here, not URLs. Download the image and name its field';
		return image.startsWith('https://') ? undefined : 'Pi takes only https URLs';
	}
	const type = DATA_URL.exec(image)?.[1]?.toLowerCase();
	if (type !== undefined && !TYPES.includes(type))
		return `Pi takes JPEG, PNG and WebP, not ${type || 'files of no type'}`;
	const base64 = image.replace(DATA_URL, '').replace(/=+$/, '');
	return base64.length * 0.75 > LARGEST_BYTES ? 'The image is larger than 15 MB' : undefined;
}
