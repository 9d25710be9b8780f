import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { send } from '../unit/signatures/mutations.mts';
import { oddJson, oddJsonText } from '../unit/signatures/oddJson.mts';
import { NOW } from '../unit/signatures/signing.mts';
import { installMemoryRecords } from '../contract/harness/memoryRecords.mts';
import { type Door, doors, open } from './support/doors.mts';
import { knock } from './support/knock.mts';

/** An eighth of what the mutations get: each of these deliveries runs a whole execution. */
const numRuns = Math.ceil(Number(process.env.FC_RUNS ?? 4_000) / 8);
const seed = Number(process.env.FC_SEED ?? 9);

process.env.N8N_LOG_LEVEL = 'silent';
installMemoryRecords();

/** The event with any of its values, however deep, in place of which something odd stands. */
function spoiled(event: object): fc.Arbitrary<Buffer> {
	const text = JSON.stringify(event);
	const values = [...text.matchAll(/(?<=[:[,])(?:"[^"]*"|[\d.]+|\{\}|\[\]|null)/g)];
	const wholes = [...text.matchAll(/(?<=:)\{[^{}]*\}/g)];
	const place = fc.constantFrom(...values, ...wholes).map((found) => ({
		from: found.index,
		to: found.index + found[0].length,
	}));
	return fc
		.tuple(place, oddJsonText)
		.map(([{ from, to }, odd]) => Buffer.from(text.slice(0, from) + odd + text.slice(to)));
}

const ofType = (type: string) => doors.find((door) => door.type === type) as Door;

/** What else comes to the same triggers. */
const others: Door[] = [
	{
		...ofType('piapiTrigger'),
		name: 'PiAPI Trigger, Midjourney',
		options: {},
		event: {
			task_id: 'task-1',
			status: 'processing',
			task_result: { task_progress: 40, image_url: '', error_messages: [] },
			meta: { task_type: 'imagine', created_at: 1_732_893_584 },
		},
	},
	{
		...ofType('pipaiTrigger'),
		name: 'PipAI Trigger, backtest',
		event: {
			id: 'evt_1',
			type: 'backtest.job_done',
			created_at: '2026-04-29T12:00:00Z',
			data: { id: 'bt_1', status: 'failed', error: { message: 'x', code: 'y' }, result: {} },
		},
		more: ['X-PipAI-Event-Id', 'evt_1', 'X-PipAI-Event-Type', 'backtest.job_done'],
	},
];

/** One provider each: what differs by scheme is over when the body is read. */
const readers = doors.filter(
	({ name }) => !/^Signed|as the RFC/.test(name) || /GitHub|Slack|Standard Webhooks$/.test(name),
);

describe.each([...readers, ...others])('$name', (door: Door) => {
	it(`answers ${numRuns} authentic bodies with 200 or 400, and every run that starts ends well`, async () => {
		const host = await open(door);
		const clock = jest.spyOn(Date, 'now').mockReturnValue(NOW);
		const bodies = fc.oneof(
			{ weight: 4, arbitrary: spoiled(door.event) },
			{ weight: 1, arbitrary: oddJson },
		);
		const url = host.webhookUrl();
		let started = 0;
		try {
			await fc.assert(
				fc.asyncProperty(bodies, async (body) => {
					const delivery = send(door.sender, {
						tolerance: 300,
						genuine: { body, url },
						more: door.more,
					});
					const { status, answer, items } = await knock(host, delivery);
					if (![200, 400, ...(door.tells ?? [])].includes(status))
						throw new Error(`${status} ${JSON.stringify(answer)}`);
					if (!items) return;
					started++;
					const { error } = await host.start(items);
					if (error) throw error;
				}),
				{ numRuns, seed },
			);
			expect(started).toBeGreaterThan(numRuns / 20);
		} finally {
			clock.mockRestore();
			await host.close();
		}
	}, 600_000);
});
