import type { PreparedOperation } from '../../../../lib/operations/operation';
import { prepareUpload } from '../../uploadFile';

export const upload: PreparedOperation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a file',
	description: 'Upload a binary file to PiAPI, where any task can read it for 24 hours',
	fields: [
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'JPG, JPEG, PNG, WEBP, MP4, WAV or MP3, up to 10 MB; needs the Creator plan or higher',
			description: 'The name of the binary field of the incoming item that holds the file',
		},
	],
	async prepare(ctx, itemIndex) {
		const field = String(ctx.getNodeParameter('binaryPropertyName', itemIndex)).trim();
		const upload = await prepareUpload(ctx, itemIndex, field);
		return async () => ({ url: await upload() });
	},
};
