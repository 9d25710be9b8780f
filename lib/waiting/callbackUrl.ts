import { createHmac } from 'node:crypto';
import { equalBytes } from '../signatures/equalBytes';

/** The wait of one node in one execution; in a loop there are several rounds. */
export interface WaitPlace {
	executionId: string;
	nodeId: string;
	round: number;
}

/**
 * The secret of one execution's callbacks, derived from the provider's: it opens nothing else and is
 * stored nowhere.
 */
export function callbackSecret(secret: string, executionId: string, nodeId: string): string {
	return createHmac('sha256', secret)
		.update(`n8n-nodes-pihooks:wait:${executionId}:${nodeId}`)
		.digest('hex');
}

const ITEM = 'pihooksItem';
const PROOF = 'pihooksProof';

/** More digits than any list of items has. */
const LARGEST_ITEM = /^\d{1,9}$/;

/**
 * The callback URL of one job: the wait's own, the input item that the job is for, and a proof of both.
 * n8n's token in a resume URL does not cover parameters that are added (docs/reference/n8n.md 4), so
 * without the proof whoever knows the URL of one job could call about another.
 *
 * @param url where n8n resumes the execution
 * @param secret known to this n8n only
 */
export function jobCallbackUrl(
	url: string,
	secret: string,
	place: WaitPlace & { item: number },
): string {
	const whole = new URL(url);
	whole.searchParams.set(ITEM, String(place.item));
	whole.searchParams.set(PROOF, proofOf(secret, place, place.item));
	return whole.href;
}

/**
 * Which input item a callback is about.
 *
 * @param query of the URL that was called, with or without its question mark
 * @returns nothing where the URL is none of this wait's, or was changed
 */
export function itemOfCallback(
	query: string,
	secrets: string[],
	place: WaitPlace,
): number | undefined {
	const parameters = new URLSearchParams(query);
	const [item = '', ...others] = parameters.getAll(ITEM);
	const [proof = '', ...more] = parameters.getAll(PROOF);
	if (others.length + more.length > 0 || !LARGEST_ITEM.test(item)) return undefined;
	const isProven = secrets.some((secret) =>
		equalBytes(Buffer.from(proof), Buffer.from(proofOf(secret, place, Number(item)))),
	);
	return isProven ? Number(item) : undefined;
}

/** Whether a text holds a callback URL of ours, in any encoding of its query. */
export function isCallbackUrl(text: string): boolean {
	return text.includes(PROOF);
}

function proofOf(secret: string, { executionId, nodeId, round }: WaitPlace, item: number): string {
	return createHmac('sha256', secret)
		.update(JSON.stringify(['n8n-nodes-pihooks:job', executionId, nodeId, round, item]))
		.digest('hex');
}
