import { InstanceSettings } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { moduleOf } from '../harness/moduleOf.mts';
import { readRegistration } from '../../../dist/lib/registration/storedRegistration.js';

/** The one that n8n-core itself uses. */
const { Container } = moduleOf<{
	Container: { get(type: typeof InstanceSettings): InstanceSettings };
}>('n8n-core', '@n8n/di');

interface Keeping {
	workflowId: string;
	/** Of the trigger, in the harness. */
	name: string;
	staticData: IDataObject;
}

/** The secret of the registration that n8n knows; what n8n keeps of it is sealed. */
export function knownSecret({ workflowId, name, staticData }: Keeping): string | undefined {
	const context = {
		getInstanceId: () => Container.get(InstanceSettings).instanceId,
		getWorkflow: () => ({ id: workflowId }),
		getNode: () => ({ id: `id-${name}` }),
		getWorkflowStaticData: () => staticData[`node:${name}`] ?? {},
	};
	return readRegistration(context as never)?.secret;
}
