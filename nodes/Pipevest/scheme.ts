import { pipevest, rfc9421 } from '../../lib/signatures/messageSignature/dialects';
import type { MessageSignatureScheme } from '../../lib/signatures/scheme';
import { rfc9421Ed25519 } from '../../lib/signatures/schemes';

/**
 * docs/reference/pipevest.md 4 and 6. The documents show a dialect but name the RFC, and do
 * not show a delivery: each way to read them is accepted, since each needs the provider's private
 * key.
 */
export const pipevestScheme: MessageSignatureScheme = {
	...rfc9421Ed25519,
	dialects: [
		rfc9421,
		pipevest,
		{ ...pipevest, signs: 'base' },
		{ ...pipevest, targetUri: 'whole' },
		{ ...rfc9421, names: 'any' },
	],
};
