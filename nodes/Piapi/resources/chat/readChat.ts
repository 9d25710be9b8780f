import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { markdownUrls } from '../../../../lib/results/markdownUrls';

export interface ChatAnswer {
	text: string;
	model: string | null;
	/** Why the model stopped: `stop`, `length`, `tool_calls` and the like. */
	finishReason: string | null;
	/** The targets of the links in the text: models that make media answer with them. */
	resultUrls: string[];
	usage: IDataObject | null;
	/** Only where the model wants to call tools. */
	toolCalls?: IDataObject[];
}

/** Reads a chat completion in OpenAI's shape (docs/reference/piapi.md 1.9); `undefined` when it is none. */
export function readChat(completion: unknown): ChatAnswer | undefined {
	if (!isRecord(completion) || !Array.isArray(completion.choices)) return undefined;
	const [choice] = completion.choices.filter(isRecord);
	const message = choice && isRecord(choice.message) ? choice.message : undefined;
	if (!message) return undefined;
	const text = typeof message.content === 'string' ? message.content : '';
	return {
		text,
		model: typeof completion.model === 'string' ? completion.model : null,
		finishReason: typeof choice.finish_reason === 'string' ? choice.finish_reason : null,
		resultUrls: markdownUrls(text),
		usage: isRecord(completion.usage) ? completion.usage : null,
		...(Array.isArray(message.tool_calls) && { toolCalls: message.tool_calls.filter(isRecord) }),
	};
}
