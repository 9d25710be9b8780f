import { describe, expect, it } from '@jest/globals';
import simplify from '../../../dist/nodes/Pipai/simplifyEvent.js';

const event = (type: string, data: object, more = {}) =>
	simplify.simplifyEvent({
		id: 'evt_1',
		type,
		created_at: '2026-04-29T12:00:00Z',
		data: data,
		...more,
	});

describe('a simplified event', () => {
	it('of no job has what the contract says', () => {
		const data = { price: '0.10000000000000000001', seq: 7 };
		expect(event('strategy.position_opened', data)).toEqual({
			event: 'strategy.position_opened',
			eventId: 'evt_1',
			occurredAt: '2026-04-29T12:00:00.000Z',
			data,
		});
	});

	it('of a backtest is the item that waiting for it gives, and when it happened', () => {
		const data = { id: 'bt_1', status: 'done', result: { report: 'https://r.example/1.pdf' } };
		expect(event('backtest.job_done', data)).toEqual({
			event: 'backtest.job_done',
			eventId: 'evt_1',
			jobId: 'bt_1',
			jobType: 'backtest',
			status: 'completed',
			resultUrls: ['https://r.example/1.pdf'],
			error: null,
			reference: null,
			metadata: null,
			occurredAt: '2026-04-29T12:00:00.000Z',
			data,
		});
	});

	it.each([
		[
			{ job_id: 'bt_2', status: 'FAILED', error: 'no history' },
			{ jobId: 'bt_2', status: 'failed', error: 'no history' },
		],
		[
			{ id: 'bt_3', status: 'canceled', error: { message: 'by you' } },
			{ status: 'cancelled', error: 'by you' },
		],
		[
			{ id: 'bt_4', strategy_id: 'strat_1' },
			{ status: null, error: null, reference: 'strat_1' },
		],
		[{ id: 'bt_5', error: { code: 'E1' } }, { error: 'E1' }],
	])('of a backtest reads %j', (data, part) => {
		expect(event('backtest.job_done', data)).toMatchObject(part);
	});

	it.each([
		[{ created_at: 'yesterday' }, { occurredAt: null }],
		[{ data: undefined }, { data: {} }],
	])('comes of a body that lacks something too: %j', (more, part) => {
		expect(event('strategy.error', {}, more)).toMatchObject(part);
	});
});
