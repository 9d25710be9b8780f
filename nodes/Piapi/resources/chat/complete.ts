import type { PreparedOperation } from '../../../../lib/operations/operation';
import { chatBody } from './chatBody';
import { chatFields } from './chatFields';
import { prepareChat } from './prepareChat';

export const complete: PreparedOperation = {
	value: 'complete',
	name: 'Complete',
	action: 'Complete a chat',
	description: 'Ask a language model, or one that answers with links to images or videos',
	fields: chatFields,
	async prepare(ctx, itemIndex) {
		const send = await prepareChat(ctx, itemIndex, chatBody(ctx, itemIndex));
		return async () => ({ ...(await send()) });
	},
};
