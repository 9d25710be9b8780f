import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import { present } from '../../../tools/present.mts';
import { connect } from '../../../tools/sandbox/control.mts';
import { n8n, world } from '../world/world.mts';

/** PiAPI's sandbox, which runs in jest's own process. */
export async function piapiSandbox() {
	return await connect(present(world().providers.piapi, 'The sandbox of PiAPI'));
}

/** The fields of a credential for the sandbox. */
export async function piapiFields(more: IDataObject = {}): Promise<IDataObject> {
	const { apiKey, url, uploadUrl } = await piapiSandbox();
	return {
		apiKey,
		baseUrl: url,
		uploadUrl,
		webhookSecret: '',
		previousWebhookSecret: '',
		...more,
	};
}

/** A credential for the sandbox in the real n8n. */
export async function piapiCredential(more: IDataObject = {}): Promise<Credential> {
	return await (await n8n()).credentials.create('piapiApi', await piapiFields(more), 'PiAPI');
}

/** The parameters of a PiAPI node that creates a task with the item's prompt. */
export const CREATE = {
	resource: 'task',
	operation: 'create',
	family: 'custom',
	model: 'Qubico/flux1-dev',
	taskType: 'txt2img',
	input: '={{ { "prompt": $json.prompt ?? "a lighthouse" } }}',
};
