import { describe, expect, it } from '@jest/globals';
import { simplifyMidjourney } from '../../../dist/nodes/Piapi/simplifyMidjourney.js';
import { simplifyTask } from '../../../dist/nodes/Piapi/simplifyTask.js';

const URL_OF_IMAGE = 'https://img.example/1.png';

describe('simplifyTask', () => {
	it.each([
		['completed', 'completed'],
		['Completed', 'completed'],
		['CANCELED', 'cancelled'],
		['Staged', 'staged'],
		[undefined, ''],
	])('spells the status %p as %p', (status, spelled) => {
		expect(simplifyTask({ task_id: 't', status }).status).toBe(spelled);
	});

	it.each<[string, unknown, string | null]>([
		['none', undefined, null],
		['null', null, null],
		['the empty one', { code: 0, message: '', raw_message: '' }, null],
		['a message', { code: 10_000, message: 'no' }, 'no (code 10000)'],
		['both messages', { code: 1, message: 'no', raw_message: 'why' }, 'no: why (code 1)'],
		['the same twice', { code: 1, message: 'no', raw_message: 'no' }, 'no (code 1)'],
		['a code alone', { code: 7 }, 'No message (code 7)'],
		['a message without a code', { code: 0, message: 'odd' }, 'odd'],
	])('gives %s as the error', (_, error, text) => {
		expect(simplifyTask({ task_id: 't', status: 'failed', error } as never).error).toBe(text);
	});

	it('takes the latest time that has come', () => {
		const never = '0001-01-01T00:00:00Z';
		const meta = { created_at: '2026-01-02T11:00:00.123456789+08:00', started_at: never };
		const at = (more: object) =>
			simplifyTask({ task_id: 't', meta: { ...meta, ...more } }).occurredAt;
		expect(at({ ended_at: never })).toBe('2026-01-02T03:00:00.123Z');
		expect(at({ ended_at: '2026-01-02T04:00:00Z' })).toBe('2026-01-02T04:00:00.000Z');
		expect(at({ created_at: 'soon' })).toBeNull();
	});

	it('has every field of the contract, whatever is missing', () => {
		expect(simplifyTask({ task_id: 't' })).toEqual({
			jobId: 't',
			jobType: null,
			status: '',
			resultUrls: [],
			error: null,
			reference: null,
			metadata: null,
			occurredAt: null,
			model: null,
			output: null,
			usage: null,
		});
	});
});

describe('simplifyMidjourney', () => {
	const simplify = (result: unknown, status = 'finished', more: object = {}) =>
		simplifyMidjourney({ task_id: 't', status, task_result: result, ...more } as never);

	it('calls finished completed, and finds the images', () => {
		const json = simplify({ image_url: URL_OF_IMAGE, temporary_image_urls: null });
		expect(json).toMatchObject({
			jobId: 't',
			status: 'completed',
			resultUrls: [URL_OF_IMAGE],
			error: null,
			model: 'midjourney',
		});
	});

	it.each<[string, unknown, string]>([
		['the message', { message: 'banned' }, 'banned'],
		['the list', { error_messages: ['a', 'b', 'a'] }, 'a: b'],
		['both', { message: 'a', error_messages: ['b'] }, 'a: b'],
		['one text instead of a list', { error_messages: 'a' }, 'a'],
		['nothing', {}, 'Midjourney gave no reason'],
		['null', null, 'Midjourney gave no reason'],
	])('tells why it failed from %s', (_, result, error) => {
		expect(simplify(result, 'failed').error).toBe(error);
	});

	it('takes times in seconds, and 0 as not yet', () => {
		const meta = { created_at: 1_767_323_045, started_at: 0, ended_at: 0, task_type: 'pan' };
		expect(simplify({}, 'pending', { meta })).toMatchObject({
			jobType: 'pan',
			occurredAt: '2026-01-02T03:04:05.000Z',
		});
	});
});
