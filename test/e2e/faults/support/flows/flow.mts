import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../../../../tools/n8n/client/credentials.mts';
import type { StoredWorkflow } from '../../../../../tools/n8n/client/workflows.mts';
import { n8n } from '../../../world/world.mts';
import { AFTER, BY_HAND, saveRow, type Step } from '../../../support/workflows.mts';

/** What a provider's flows leave behind: their workflows, and every secret that went through them. */
export interface Flows {
	workflowIds: string[];
	/** Each under the name that the table of findings gives it. */
	secrets: Record<string, string[]>;
}

/** A node of ours with its credential. */
export const stepOf =
	(type: string, credential: Credential) =>
	(name: string, parameters: IDataObject, onError?: Step['onError']): Step => ({
		...{ name, type, parameters, credentials: [credential] },
		...(onError && { onError }),
	});

/** Runs these steps by hand to their end, whatever it is. */
export async function runByHand(name: string, steps: Step[]): Promise<string> {
	const { runs, executions } = await n8n();
	const { id } = await saveRow(name, [BY_HAND, ...steps]);
	await executions.wait(await runs.start(id), undefined, 180);
	return id;
}

/** Publishes a trigger with a node after it. */
export async function publishTrigger(trigger: Step): Promise<StoredWorkflow> {
	const saved = await saveRow(trigger.name, [trigger, AFTER]);
	await (await n8n()).workflows.publish(saved.id);
	return saved;
}
