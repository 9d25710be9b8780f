import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { parseJsonText } from '../../catalogue/values/parseJsonText';

const DONE = '[DONE]';

/** The type of the error that a stream amounts to when it ended before the model did. */
export const CUT_SHORT = 'cut_short';

/**
 * Puts the events of a streamed chat completion together, in the shape of one that came whole:
 * server-sent events with a part of the first choice each. An error among them, or the missing end,
 * becomes the body of an error. What is no stream is answered as it is.
 */
export function readStream(body: unknown): unknown {
	const data = typeof body === 'string' ? dataLines(body) : [];
	const chunks = data.map(parseJsonText).filter(isRecord);
	if (chunks.length === 0) return body;
	const failed = chunks.find(({ error }) => error);
	if (failed) return failed;
	const choices = chunks.flatMap(firstChoice);
	const deltas = choices.flatMap(({ delta }) => (isRecord(delta) ? [delta] : []));
	const finish = choices.findLast(({ finish_reason: reason }) => Boolean(reason));
	if (!finish && !data.includes(DONE))
		return { error: { message: 'The stream ended before the answer did', type: CUT_SHORT } };
	const calls = toolCalls(deltas);
	return {
		model: chunks.find(({ model }) => model)?.model ?? null,
		usage: chunks.findLast(({ usage }) => isRecord(usage))?.usage ?? null,
		choices: [
			{
				message: {
					content: deltas
						.map(({ content }) => (typeof content === 'string' ? content : ''))
						.join(''),
					...(calls.length > 0 && { tool_calls: calls }),
				},
				finish_reason: finish?.finish_reason ?? null,
			},
		],
	};
}

/** The data of every event; comments and other fields of the format are left out. */
function dataLines(text: string): string[] {
	return text
		.split(/\r\n|\r|\n/)
		.filter((line) => line.startsWith('data:'))
		.map((line) => line.slice('data:'.length).trim());
}

function firstChoice({ choices }: IDataObject): IDataObject[] {
	const all = Array.isArray(choices) ? choices.filter(isRecord) : [];
	return all.filter(({ index }) => (index ?? 0) === 0).slice(0, 1);
}

/** A call comes in pieces: its head first, then its arguments bit by bit under the same index. */
function toolCalls(deltas: IDataObject[]): IDataObject[] {
	const calls = new Map<unknown, IDataObject>();
	for (const piece of deltas.flatMap(({ tool_calls: list }) =>
		Array.isArray(list) ? list.filter(isRecord) : [],
	)) {
		const call = calls.get(piece.index) ?? {};
		const said = isRecord(piece.function) ? piece.function : {};
		const before = isRecord(call.function) ? call.function : {};
		calls.set(piece.index, {
			...call,
			...piece,
			function: {
				...before,
				...said,
				arguments: `${String(before.arguments ?? '')}${String(said.arguments ?? '')}`,
			},
		});
	}
	return [...calls.values()];
}
