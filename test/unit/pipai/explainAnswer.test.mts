import { describe, expect, it } from '@jest/globals';
import explain from '../../../dist/nodes/Pipai/explainAnswer.js';
import tests from '../../../dist/nodes/Pipai/explainTest.js';

const NOW = Date.parse('2026-04-29T12:00:00Z');
const at = (seconds: number) => ({ date: new Date(NOW + seconds * 1000).toUTCString() });

function explained(status: number, body: unknown, { headers = {}, scope = '' } = {}) {
	return explain.explainAnswer({ status, headers, body }, scope || undefined, NOW);
}

describe('a refusal of PipAI', () => {
	it.each([
		[400, 'INVALID_PARAMETER', 'because of that'],
		[401, 'INVALID_SIGNATURE', 'Check the API key and the API secret'],
		[401, 'KEY_EXPIRED', 'Make a new one'],
		[403, 'INSUFFICIENT_PERMISSION', 'because of that'],
		[404, 'NOT_FOUND', 'Check it and the base URL, and that the key belongs to the same account'],
		[409, 'DUPLICATE_URL', 'Delete it first'],
		[429, 'RATE_LIMITED', 'Wait and try again'],
		[429, 'LIMIT_REACHED', '25 webhooks'],
		[500, 'INTERNAL_ERROR', 'Try again later'],
		[418, 'SOMETHING_NEW', 'because of that'],
	])('%i %s is told with cause or remedy', (status, code, remedy) => {
		const told = explained(status, { code, message: 'because of that.' });
		expect(told.message).toContain(remedy);
		expect(told).toMatchObject({
			description: `HTTP ${status}, ${code}, because of that`,
			httpCode: String(status),
		});
	});

	it('names the scope', () => {
		const body = { code: 'INSUFFICIENT_PERMISSION', message: 'no' };
		expect(explained(403, body, { scope: 'webhooks:write' }).message).toContain('webhooks:write');
	});

	it.each([
		[-1200, 'The clock of this n8n is 20 minutes ahead of PipAI'],
		[-90, 'is 90 seconds ahead of'],
		[400, 'is 7 minutes behind'],
		[12, 'Check the API key'],
	])('of the signature is put down to the clock where that is %i s off', (seconds, message) => {
		const body = { code: 'INVALID_SIGNATURE', message: 'no' };
		expect(explained(401, body, { headers: at(seconds) }).message).toContain(message);
	});

	it.each([
		['<html>', 404, 'Check the base URL'],
		['', 502, 'Try again later'],
		[{ detail: '请求过多' }, 429, '请求过多'],
		[null, 200, 'something other than JSON'],
	])('of another kind (%j) is told too', (body, status, message) => {
		expect(explained(status, body).message).toContain(message);
	});
});

describe('the result of a test', () => {
	const result = (delivered: boolean, status: number | null, error: string | null = null) =>
		tests.explainTest({
			test_event_id: 'evt_test_1',
			delivered,
			response_status: status,
			response_time_ms: 35,
			error,
		});

	it.each([
		[result(true, 204), 'it answered 204 in 35 ms'],
		[result(false, 401), 'the secret of this very webhook'],
		[result(false, 404), 'is published'],
		[result(false, 302), 'redirects are not followed'],
		[result(false, 500), 'Look into its log'],
		[result(false, null, 'ECONNREFUSED'), 'ECONNREFUSED'],
	])('%s', (told, meaning) => expect(told).toContain(meaning));
});
