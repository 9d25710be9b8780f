import { staleness, type ReplayWindow } from '../freshness';
import type { MessageSignatureScheme } from '../scheme';
import type { Parameters } from './structuredFields';

/**
 * Why the parameters of a signature (RFC 9421, 2.3) speak against it; undefined when they do not.
 * `created` must be there, or its age could not be told.
 */
export function parametersProblem(
	parameters: Parameters,
	algorithm: MessageSignatureScheme['algorithm'],
	window: ReplayWindow,
): string | undefined {
	const created = parameters.get('created');
	const expires = parameters.get('expires');
	const alg = parameters.get('alg');
	const texts = ['keyid', 'nonce', 'tag'].map((name) => parameters.get(name) ?? '');
	if (typeof created !== 'number') return 'the signature has no time of creation';
	if (texts.some((text) => typeof text !== 'string')) return 'a signature parameter is malformed';
	if (alg !== undefined && alg !== algorithm) return `the signature is not ${algorithm}`;
	if (expires !== undefined) {
		if (typeof expires !== 'number') return 'a signature parameter is malformed';
		const over = Math.round(window.now / 1000 - expires);
		if (expires * 1000 < window.now) return `the signature expired ${over} s ago`;
	}
	return staleness(created * 1000, window);
}
