import type { PreparedOperation } from '../../../../lib/operations/operation';
import { chatBody } from './chatBody';
import { chatFields } from './chatFields';
import { prepareChat } from './prepareChat';

export const complete: PreparedOperation = {
	value: 'complete',
	name: 'Complete',
	action: 'Complete a chat',
	description: 'Send messages to a chat model, also to one that answers with images or videos',
	fields: chatFields,
	// PiAPI lists no chats.
	ifLost: 'the credits of the PiAPI account (PiAPI node, Account: Get Info)',
	async prepare(ctx, itemIndex) {
		const send = await prepareChat(ctx, itemIndex, chatBody(ctx, itemIndex));
		return async () => ({ ...(await send()) });
	},
};
