import { isObject } from '../../shared/server/jsonOf.mts';

export interface ChatOrder {
	model: string;
	/** Text of the last message of the user. */
	said: string;
	stream: boolean;
}

const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];

const textOf = (content: unknown): string => {
	if (typeof content === 'string') return content;
	if (!Array.isArray(content)) return '';
	const parts = content.filter(isObject).filter(({ type }) => type === 'text');
	return parts.map(({ text }) => String(text ?? '')).join(' ');
};

/** Reads a chat completion's body, or says why it is refused (docs/reference/piapi.md 1.9). */
export function parseChat(body: Record<string, unknown> | undefined): ChatOrder | string {
	const { model, messages, stream = false, temperature = 1 } = body ?? {};
	if (typeof model !== 'string' || model === '') return 'you must provide a model parameter';
	if (!Array.isArray(messages) || messages.length === 0) return "'messages' must not be empty";
	const isMessage = (message: unknown) =>
		isObject(message) && ROLES.includes(String(message.role)) && 'content' in message;
	if (!messages.every(isMessage)) return "every message needs a valid 'role' and 'content'";
	if (typeof stream !== 'boolean') return "'stream' must be a boolean";
	if (typeof temperature !== 'number' || temperature < 0 || temperature > 2) {
		return "'temperature' must be a number from 0 to 2";
	}
	if (model === 'gpt-4o-image' && !stream) return 'gpt-4o-image supports stream mode only';
	const last = messages.filter(isObject).findLast(({ role }) => role === 'user');
	return { model, said: textOf(last?.content), stream };
}
