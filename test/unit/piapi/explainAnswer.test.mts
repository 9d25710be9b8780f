import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainAnswer } from '../../../dist/nodes/Piapi/explainAnswer.js';
import { explainChat } from '../../../dist/nodes/Piapi/resources/chat/explainChat.js';

const answer = (status: number, body: unknown, headers = {}) => ({ status, body, headers });

describe('explainAnswer', () => {
	it.each<[string, number, unknown, string, string]>([
		['its status', 403, { message: 'no' }, '403', 'HTTP 403, no'],
		['its code, where the status says 200', 200, { code: 401 }, '401', 'HTTP 200, code 401'],
		['its status before its code', 500, { code: 400 }, '500', 'HTTP 500, code 400'],
		['the inner error', 400, { error: { message: 'a' }, message: 'b' }, '400', 'HTTP 400, a'],
		[
			'the error of a task',
			400,
			{ data: { error: { raw_message: 'raw' } } },
			'400',
			'HTTP 400, raw',
		],
		['text', 502, 'Bad Gateway', '502', 'HTTP 502, "Bad Gateway"'],
		['nothing', 400, undefined, '400', 'HTTP 400'],
		['no blank message', 400, { message: '', description: 'd' }, '400', 'HTTP 400, d'],
		['no message of another type', 400, { message: 7, error: ['x'] }, '400', 'HTTP 400'],
	])('names %s', (_, status, body, httpCode, description) => {
		expect(explainAnswer(answer(status, body))).toMatchObject({ httpCode, description });
	});

	it.each(['x-request-id', 'cf-ray'])('names the request ID in %s', (header) => {
		const { description } = explainAnswer(answer(400, {}, { [header]: 'r-1' }));
		expect(description).toBe('HTTP 400, request ID r-1');
	});

	it('shows only the beginning of a long text', () => {
		const { description } = explainAnswer(answer(500, 'x'.repeat(5_000)));
		expect(description.length).toBeLessThan(250);
	});

	it('always has something to say', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 599 }), fc.anything(), (status, body) => {
				for (const explained of [
					explainAnswer(answer(status, body)),
					explainChat(answer(status, body)),
				]) {
					expect(explained.message).toMatch(/\w/);
					expect(explained.description).toContain(`HTTP ${status}`);
				}
			}),
		);
	});
});
