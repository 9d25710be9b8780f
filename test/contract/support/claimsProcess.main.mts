import { installMemoryRecords } from '../harness/memoryRecords.mts';
import type { Order, Report } from './claimsProcess.mts';
import { openHost } from './signedHost.mts';
import { signedSenders, type SignedSender } from './signedSenders.mts';

installMemoryRecords();
const sender = signedSenders.find(({ name }) => name === 'GitHub') as SignedSender;
const host = await openHost(sender, {}, {}, JSON.parse(process.argv[2]));

async function run({ id, times, refuse }: Order) {
	host.refuseNext(refuse);
	const answers = await Promise.all(
		Array.from({ length: times }, async () => await host.deliver({ id })),
	);
	const report: Report = { answers, runs: host.executions.length };
	process.send?.(report);
}

process.on('message', (order: Order) => void run(order));
process.send?.('ready');
