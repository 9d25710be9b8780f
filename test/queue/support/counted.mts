import type { StoredWorkflow } from '../../../tools/n8n/client/workflows.mts';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import { piapiCredential } from '../../e2e/support/piapi.mts';
import { saveRow, type Step, webhookUrl } from '../../e2e/support/workflows.mts';
import { n8n, world } from '../../e2e/world/world.mts';
import { cluster } from '../world/cluster.mts';
import { SECRET } from './deliver.mts';
import type { Ledger } from './startLedger.mts';

const TRIGGER = 'PiAPI Trigger';

/** A published workflow whose node after the trigger is kept account of. */
export interface Counted {
	id: string;
	/** Where the provider is told to deliver: the proxy. */
	url: string;
	/** The same at each webhook processor. */
	direct: string[];
}

/** The node that tells the ledger of each of its items. */
export const tell = (ledger: Ledger): Step => ({
	name: 'After',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { method: 'POST', url: `=${ledger.url}/?event={{ $json.jobId }}` },
});

export async function publishCounted(
	name: string,
	ledger: Ledger,
	more: Credential[] = [],
): Promise<Counted> {
	const credentials = [await piapiCredential({ webhookSecret: SECRET }), ...more];
	const workflow: StoredWorkflow = await saveRow(name, [
		{ name: TRIGGER, type: 'piapiTrigger', parameters: { events: ['*'] }, credentials },
		tell(ledger),
	]);
	await (await n8n()).workflows.publish(workflow.id);
	const url = webhookUrl(workflow, TRIGGER);
	const direct = cluster().processors.map((processor) => url.replace(world().n8n, processor));
	return { id: workflow.id, url, direct };
}
