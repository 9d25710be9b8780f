import { startSandbox } from '../../sandbox/index.mts';
import type { Part } from '../part.mts';
import { sendersOf } from '../senders.mts';
import { claiming } from './claiming.mts';
import { receiving } from './receiving.mts';

/** What taking one delivery costs beside n8n: `webhook()` of every trigger, and the claims in it. */
export const delivery: Part = async (bench) => {
	const sandbox = await startSandbox();
	try {
		const rows = [];
		for (const sender of sendersOf(sandbox)) rows.push(...(await receiving(sender, bench)));
		return [...rows, ...(await claiming(bench))];
	} finally {
		await sandbox.close();
	}
};
