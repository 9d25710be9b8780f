import type { Clock } from '../../shared/clock.mts';

/** A chat completion as server-sent events, one word each, spread over `durationMs`. */
export async function* streamChat(
	answer: { id: string; created: number; model: string; content: string },
	clock: Clock,
	durationMs: number,
): AsyncGenerator<string> {
	const { id, created, model, content } = answer;
	const event = (delta: object, finish: string | null) => {
		const choices = [{ index: 0, delta, finish_reason: finish }];
		const data = { id, object: 'chat.completion.chunk', created, model, choices };
		return `data: ${JSON.stringify(data)}\n\n`;
	};
	const words = content.split(/(?<= )/);
	yield event({ role: 'assistant', content: '' }, null);
	for (const word of words) {
		if (durationMs > 0) await clock.sleep(durationMs / words.length);
		yield event({ content: word }, null);
	}
	yield event({}, 'stop');
	yield 'data: [DONE]\n\n';
}
