import { sandboxCredentials } from '../../n8n/sandboxCredentials.mts';
import { CREATE } from '../../../test/e2e/support/piapi.mts';
import { BENCH } from '../n8n/installNodes.mts';
import type { Opened, Published } from '../n8n/openN8n.mts';
import { FINISH } from '../throughput/openRoutes.mts';

const TRIGGER = { name: 'Items', type: `${BENCH}.itemsTrigger` };

/** Two workflows that create tasks and go on when all are done: parked, and polling. */
export async function openWaits(
	{ client, publish, sandbox }: Opened,
	seconds: number,
): Promise<[Published, Published]> {
	const { piapiApi } = sandboxCredentials(sandbox);
	const credential = await client.credentials.create('piapiApi', piapiApi, 'PiAPI');
	// As many at a time as the other one.
	const options = { concurrency: 10 };
	const parameters = { ...CREATE, completion: 'wait', options };
	const { url, apiKey } = sandbox.piapi;
	return [
		await publish([
			TRIGGER,
			{ name: 'PiAPI', type: 'piapi', credentials: [credential], parameters },
			FINISH,
		]),
		await publish([
			TRIGGER,
			{ name: 'Polling', type: `${BENCH}.pollingTask`, parameters: { url, apiKey, seconds } },
			FINISH,
		]),
	];
}
