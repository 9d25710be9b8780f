import { randomUUID } from 'node:crypto';
import fastify from 'fastify';

/** A message of a chat in OpenAI's shape. */
export interface Message {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string;
}

/** What a model is asked: the conversation, and the tools it may call. */
export interface Question {
	messages: Message[];
	tools?: Array<{ function: { name: string; description: string; parameters: object } }>;
}

/** What it wants called, with these arguments. */
export interface ToolCall {
	tool: string;
	with: Record<string, unknown>;
}

export type Answer = string | ToolCall[];

const asMessage = (answer: Answer) =>
	typeof answer === 'string'
		? { role: 'assistant', content: answer }
		: {
				role: 'assistant',
				content: null,
				tool_calls: answer.map((call) => ({
					id: `call_${randomUUID()}`,
					type: 'function',
					function: { name: call.tool, arguments: JSON.stringify(call.with) },
				})),
			};

/** Stands in for a chat model that can call tools, in OpenAI's shape; `answer` is what it thinks. */
export async function startChatModel(answer: (question: Question) => Answer) {
	const app = fastify();
	const questions: Question[] = [];
	app.post<{ Body: Question & { model: string } }>('/v1/chat/completions', async ({ body }) => {
		questions.push(body);
		const message = asMessage(answer(body));
		return {
			id: `chatcmpl-${randomUUID()}`,
			object: 'chat.completion',
			created: Math.floor(Date.now() / 1000),
			model: body.model,
			choices: [
				{ index: 0, message, finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop' },
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
	const origin = await app.listen({ host: '127.0.0.1', port: 0 });
	return { url: `${origin}/v1`, questions, close: async () => await app.close() };
}
