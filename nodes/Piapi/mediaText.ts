import type { IExecuteFunctions } from 'n8n-workflow';
import type { BinaryUse } from './catalogue/values/reading';
import { prepareUpload } from './uploadFile';

/**
 * What stands in a task's input for a binary field: the file itself where the provider takes that,
 * which needs no plan and no storage; else the URL of the uploaded file.
 */
export async function mediaText(
	ctx: IExecuteFunctions,
	itemIndex: number,
	use: BinaryUse,
): Promise<string> {
	if (use.media.accepts === 'url') return await (await prepareUpload(ctx, itemIndex, use.field))();
	const { mimeType } = ctx.helpers.assertBinaryData(itemIndex, use.field);
	const base64 = (await ctx.helpers.getBinaryDataBuffer(itemIndex, use.field)).toString('base64');
	return `data:${mimeType};base64,${base64}`;
}
