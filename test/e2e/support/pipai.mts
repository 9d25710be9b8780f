import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import { connect } from '../../../tools/sandbox/control.mts';
import type { PipaiSandbox } from '../../../tools/sandbox/pipai/index.mts';
import { n8n, world } from '../world/world.mts';

/** PipAI's sandbox, which runs in jest's own process. */
export async function pipaiSandbox() {
	return await connect<PipaiSandbox>(world().providers.pipai);
}

/** The fields of a credential for the sandbox. */
export async function pipaiFields(more: IDataObject = {}): Promise<IDataObject> {
	const { url, apiKey, apiSecret } = await pipaiSandbox();
	return { baseUrl: url, apiKey, apiSecret, ...more };
}

/** A credential for the sandbox in the real n8n. */
export async function pipaiCredential(): Promise<Credential> {
	return await (await n8n()).credentials.create('pipaiApi', await pipaiFields(), 'PipAI');
}
