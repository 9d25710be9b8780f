import type { ItemOperation } from '../../../../lib/operations/operation';
import { chatBody } from './chatBody';
import { chatFields } from './chatFields';
import { sendChat } from './sendChat';

export const complete: ItemOperation = {
	value: 'complete',
	name: 'Complete',
	action: 'Complete a chat',
	description: 'Ask a language model, or one that answers with links to images or videos',
	fields: chatFields,
	run: async (ctx, itemIndex) => ({
		...(await sendChat(ctx, itemIndex, chatBody(ctx, itemIndex))),
	}),
};
