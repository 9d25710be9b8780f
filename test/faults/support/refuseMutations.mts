import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { mutations, send } from '../../unit/signatures/mutations.mts';
import { NOW } from '../../unit/signatures/signing.mts';
import { type Door, open } from './doors.mts';
import { knock } from './knock.mts';

/** Of each door; what a failure prints repeats it. The nightly run tries 100,000. */
const numRuns = Number(process.env.FC_RUNS ?? 4_000);
const seed = Number(process.env.FC_SEED ?? 9);

// A provider that cannot be asked is told of in the log, here thousands of times.
process.env.N8N_LOG_LEVEL = 'silent';

/** Defines, for every door, that what was not signed by its sender does not get in. */
export function refuseMutations(doors: Door[]) {
	describe.each(doors)('$name', (door) => {
		const { sender, event, more } = door;

		it(`refuses ${numRuns} mutations of a delivery, throws on none and says why`, async () => {
			const host = await open(door);
			let clock = NOW;
			const stopped = jest.spyOn(Date, 'now').mockImplementation(() => clock);
			const genuine = { body: Buffer.from(JSON.stringify(event)), url: host.webhookUrl() };
			const given = { tolerance: 300, genuine, more };
			const accepted = { status: 200, answer: { status: 'accepted' }, items: expect.any(Array) };
			try {
				expect(await knock(host, send(sender, given))).toEqual(accepted);
				await fc.assert(
					fc.asyncProperty(mutations(sender, given), async ({ delivery, now }) => {
						clock = now;
						const { status, answer, items } = await knock(host, delivery);
						const { error } = answer as { error: string };
						// A trigger that answers handshakes takes other methods, and nothing but these by them.
						const refusals = delivery.method === 'POST' ? [401] : [401, 404];
						if (!refusals.includes(status) || items || !/^[\x20-\x7e]{5,200}$/.test(error))
							throw new Error(`${status} ${JSON.stringify(answer)}`);
						for (const secret of sender.keys.secrets)
							if (error.includes(secret)) throw new Error(`The secret is told: ${error}`);
					}),
					{ numRuns, seed },
				);
				clock = NOW;
				expect(await knock(host, send(sender, given))).toEqual(accepted);
			} finally {
				stopped.mockRestore();
				await host.close();
			}
		}, 600_000);
	});
}
