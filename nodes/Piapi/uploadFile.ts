import {
	NodeOperationError,
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';
import { lowerTrimmed } from '../../lib/text';
import { send } from '../../lib/http/send';
import { asError, piapiCredential } from './api';

const LARGEST_BYTES = 10 * 1024 * 1024;
const LONGEST_NAME = 128;

/** What PiAPI stores, and what else each type and its files are called. */
const TYPES = [
	{ extensions: ['jpg', 'jpeg'], aliases: ['jpe', 'jfif'], mimeTypes: /^image\/p?jpe?g$/ },
	{ extensions: ['png'], aliases: [], mimeTypes: /^image\/(?:x-)?png$/ },
	{ extensions: ['webp'], aliases: [], mimeTypes: /^image\/webp$/ },
	{ extensions: ['mp4'], aliases: [], mimeTypes: /^(?:video|application)\/mp4$/ },
	{ extensions: ['wav'], aliases: ['wave'], mimeTypes: /^audio\/(?:vnd\.|x-|x-pn-)?wave?$/ },
	{ extensions: ['mp3'], aliases: ['mpga'], mimeTypes: /^audio\/(?:x-)?(?:mp3|mpeg-?3?)$/ },
];

/** They say nothing about a file; its extension does. */
const GENERIC_MIME_TYPES = ['', 'application/octet-stream', 'binary/octet-stream'];

const UNKNOWN_TYPE = `has a type that PiAPI does not store. It takes ${TYPES.flatMap(({ extensions }) => extensions).join(', ')}; give its public URL instead`;

/**
 * Checks a binary field of an item, and answers what uploads it to PiAPI's ephemeral storage, where it
 * lives for 24 hours. Takes what the provider takes: 10 MB, seven file types, the Creator plan or higher
 * (docs/reference/piapi.md 1.8). An upload costs nothing, so it may be repeated.
 *
 * @returns what answers the file's URL, and throws NodeApiError when PiAPI refuses
 * @throws NodeOperationError when the file cannot be taken
 */
export async function prepareUpload(
	ctx: IExecuteFunctions,
	itemIndex: number,
	field: string,
): Promise<() => Promise<string>> {
	const binary = ctx.helpers.assertBinaryData(itemIndex, field);
	const bytes = await ctx.helpers.getBinaryDataBuffer(itemIndex, field);
	const name = uploadName(binary);
	const problem = name === undefined ? UNKNOWN_TYPE : problemOf(bytes);
	if (problem) {
		const shown = binary.fileName ?? field;
		throw new NodeOperationError(ctx.getNode(), `The file "${shown}" ${problem}`, { itemIndex });
	}

	const body = { file_name: name, file_data: bytes.toString('base64') };
	return async () => await uploadFile(ctx, itemIndex, body);
}

async function uploadFile(
	ctx: IExecuteFunctions,
	itemIndex: number,
	body: IDataObject,
): Promise<string> {
	const { uploadUrl } = await piapiCredential(ctx);
	const answer = await send(ctx, {
		credential: 'piapiApi',
		method: 'POST',
		url: `${uploadUrl.replace(/\/+$/, '')}/api/ephemeral_resource`,
		body,
		timeout: 120_000,
		itemIndex,
	});
	const url = ((answer.body as IDataObject | undefined)?.data as IDataObject | undefined)?.url;
	if (answer.status >= 300 || typeof url !== 'string')
		throw await asError(ctx, answer, { itemIndex });
	return url;
}

function problemOf(bytes: Buffer): string | undefined {
	if (bytes.length > LARGEST_BYTES)
		return 'is larger than 10 MB. Make it smaller, or give its public URL instead';
	return bytes.length === 0 ? 'is empty' : undefined;
}

/**
 * The name PiAPI is told: not longer than it takes, and with an extension that it knows, since it tells
 * the type from that. The MIME type decides which; nothing where PiAPI stores no such type.
 */
export function uploadName(
	binary: Pick<IBinaryData, 'fileName' | 'fileExtension' | 'mimeType'>,
): string | undefined {
	const name = binary.fileName ?? 'file';
	const mimeType = lowerTrimmed(binary.mimeType.split(';')[0]);
	const given = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '';
	const named = [given, lowerTrimmed(binary.fileExtension)].map(lowerTrimmed);
	const type = GENERIC_MIME_TYPES.includes(mimeType)
		? TYPES.find((each) => named.some((extension) => isOf(each, extension)))
		: TYPES.find(({ mimeTypes }) => mimeTypes.test(mimeType));
	if (!type) return undefined;
	const stem = isOf(type, lowerTrimmed(given)) ? name.slice(0, -given.length - 1) : name;
	const suffix =
		named.find((extension) => type.extensions.includes(extension)) ?? type.extensions[0];
	return `${stem.slice(0, LONGEST_NAME - 5)}.${suffix}`;
}

function isOf({ extensions, aliases }: (typeof TYPES)[number], extension: string): boolean {
	return [...extensions, ...aliases].includes(extension);
}
