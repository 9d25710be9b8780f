import { randomUUID } from 'node:crypto';
import { nodes } from '../../../test/contract/harness/builtPackage.mts';
import { allocated } from '../measure/memory.mts';
import { median } from '../measure/median.mts';
import { ADDRESS } from '../signatures/message.mts';
import type { Bench } from '../part.mts';
import type { Row } from '../row.mts';
import { SECRET, type Sender } from '../senders.mts';
import { contextsOf, type HandMade } from './context.mts';

const AT_ONCE = 200;

/** `webhook()` of one trigger without n8n: microseconds and bytes for an event that is new. */
export async function receiving(sender: Sender, { quick, tell }: Bench): Promise<Row[]> {
	tell(sender.name);
	const node = nodes.find(({ description }) => description.name === sender.type);
	const makeContext = contextsOf(sender);
	const size = Buffer.byteLength(JSON.stringify(sender.event(randomUUID())));

	async function arrival(): Promise<HandMade> {
		const body = JSON.stringify(sender.event(randomUUID()));
		const signed = await sender.sign({ url: ADDRESS, body, secret: SECRET });
		const headers = { host: 'n8n.example', 'content-type': 'application/json', ...signed };
		return makeContext({ headers, body: Buffer.from(body) });
	}

	async function take(batch: readonly HandMade[]) {
		for (const { context, finish } of batch) {
			const answer = await node?.webhook?.call(context);
			if (!answer?.workflowData) throw new Error(`${sender.name} does not take its delivery`);
			finish();
		}
	}

	const microseconds: number[] = [];
	const bytes: number[] = [];
	for (let round = quick ? 4 : 20; round >= 0; round--) {
		const timed = await Promise.all(Array.from({ length: AT_ONCE }, arrival));
		const weighed = await Promise.all(Array.from({ length: AT_ONCE }, arrival));
		const start = performance.now();
		await take(timed);
		microseconds.push(((performance.now() - start) * 1000) / AT_ONCE);
		bytes.push((await allocated(async () => await take(weighed))) / AT_ONCE);
	}
	return [
		{
			what: `webhook() of ${sender.name}, without n8n`,
			value: median(microseconds),
			unit: 'µs',
			limit: { atMost: sender.type === 'pipevestTrigger' ? 250 : 60 },
			measured: `a new event of ${size} bytes: verify, parse, claim`,
		},
		{
			what: `webhook() of ${sender.name}, memory`,
			value: median(bytes) / 1024,
			unit: 'KB',
			limit: { atMost: 32 },
			measured: `allocated for a new event of ${size} bytes`,
		},
	];
}
