import type { Exchange } from '../../../../tools/sandbox/shared/deliveries/types.mts';

const LONGEST = 60;

/** What a sender got, short enough to be counted: without ports and ids. */
export function answerOf({ status, body, error }: Pick<Exchange, 'status' | 'body' | 'error'>) {
	const text = status === null ? `no answer: ${String(error)}` : `${status} ${body.split('\n')[0]}`;
	return text.replace(/(?<=[":])\d+/g, '…').slice(0, LONGEST);
}
