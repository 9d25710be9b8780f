import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { send } from '../../lib/http/send';
import { asError, piapiCredential } from './api';

const LARGEST_BYTES = 10 * 1024 * 1024;
const LONGEST_NAME = 128;
const EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp', 'mp4', 'wav', 'mp3'];

/**
 * Uploads a binary field of an item to PiAPI's ephemeral storage, where it lives for 24 hours. Takes
 * what the provider takes: 10 MB, seven file types, the Creator plan or higher (docs/reference/piapi.md 1.8).
 *
 * @returns the file's URL
 * @throws NodeOperationError when the file cannot be taken, NodeApiError when PiAPI refuses
 */
export async function uploadFile(
	ctx: IExecuteFunctions,
	itemIndex: number,
	field: string,
): Promise<string> {
	const { fileName, fileExtension, mimeType } = ctx.helpers.assertBinaryData(itemIndex, field);
	const bytes = await ctx.helpers.getBinaryDataBuffer(itemIndex, field);
	const name = uploadName(fileName ?? 'file', fileExtension ?? mimeType.split('/')[1]);
	const problem = problemOf(name, bytes);
	if (problem)
		throw new NodeOperationError(ctx.getNode(), `The file "${name}" ${problem}`, { itemIndex });

	const { uploadUrl } = await piapiCredential(ctx);
	const answer = await send(ctx, {
		credential: 'piapiApi',
		method: 'POST',
		url: `${uploadUrl.replace(/\/+$/, '')}/api/ephemeral_resource`,
		body: { file_name: name, file_data: bytes.toString('base64') },
		timeout: 120_000,
		itemIndex,
	});
	const url = ((answer.body as IDataObject | undefined)?.data as IDataObject | undefined)?.url;
	if (answer.status >= 300 || typeof url !== 'string') throw asError(ctx, answer, { itemIndex });
	return url;
}

function problemOf(name: string, bytes: Buffer): string | undefined {
	if (bytes.length > LARGEST_BYTES)
		return 'is larger than 10 MB. Make it smaller, or give its public URL instead';
	if (bytes.length === 0) return 'is empty';
	if (EXTENSIONS.includes(extensionOf(name))) return undefined;
	return `has a type that PiAPI does not store. It takes ${EXTENSIONS.join(', ')}; give its public URL instead`;
}

/** The name PiAPI is told: with an extension, and not longer than it takes. */
function uploadName(fileName: string, extension: string | undefined): string {
	const given = extensionOf(fileName);
	const suffix = given || (extension ?? '').toLowerCase();
	const stem = given ? fileName.slice(0, -given.length - 1) : fileName;
	return `${stem.slice(0, LONGEST_NAME - suffix.length - 1)}.${suffix}`;
}

function extensionOf(name: string): string {
	return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
