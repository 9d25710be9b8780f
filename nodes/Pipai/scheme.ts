import { signedBody } from '../../lib/signatures/schemes';

/** docs/reference/pipai.md 4 */
export const pipaiScheme = signedBody('X-PipAI-Signature', {
	content: '{timestamp}.{body}',
	timestamp: { headers: ['X-PipAI-Timestamp'], unit: 'ms' },
});
