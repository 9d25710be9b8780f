import { describe, expect, it } from '@jest/globals';
import { hasSecretName, redact, secretsIn } from '../../../dist/lib/http/redact.js';

/** A request leaves fields out by giving them no value. */
const withGaps = () => ({
	config: { webhook: { secret: 'of the callback' }, list: [undefined, { token: 'of a list' }] },
	strategy: undefined,
	nothing: null,
});

describe('fields without a value', () => {
	it('hide no secret of a request', () => {
		expect(secretsIn(withGaps()).sort()).toEqual(['of a list', 'of the callback']);
	});

	it('hide none from redaction', () => {
		const redacted = JSON.stringify(redact(withGaps(), { isSecret: hasSecretName }));
		expect(redacted).not.toMatch(/of the callback|of a list/);
	});
});
