import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { chatUrls, textOfMessage } from './chatUrls';

export interface ChatAnswer {
	text: string;
	model: string | null;
	/** Why the model stopped: `stop`, `length`, `tool_calls` and the like. */
	finishReason: string | null;
	/** Models that make media answer with links, tags, parts or images. */
	resultUrls: string[];
	usage: IDataObject | null;
	/** As the model sent it: pictures may stand in it as data. */
	message: IDataObject;
	/** Only where the model wants to call tools. */
	toolCalls?: IDataObject[];
}

/** Reads a chat completion in OpenAI's shape (docs/reference/piapi.md 1.9); `undefined` when it is none. */
export function readChat(completion: unknown): ChatAnswer | undefined {
	if (!isRecord(completion) || !Array.isArray(completion.choices)) return undefined;
	const [choice] = completion.choices.filter(isRecord);
	const message = choice && isRecord(choice.message) ? choice.message : undefined;
	if (!message) return undefined;
	return {
		text: textOfMessage(message),
		model: typeof completion.model === 'string' ? completion.model : null,
		finishReason: typeof choice.finish_reason === 'string' ? choice.finish_reason : null,
		resultUrls: chatUrls(message),
		usage: isRecord(completion.usage) ? completion.usage : null,
		message,
		...(Array.isArray(message.tool_calls) && { toolCalls: message.tool_calls.filter(isRecord) }),
	};
}
