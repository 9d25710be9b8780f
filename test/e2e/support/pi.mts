import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import { connect } from '../../../tools/sandbox/control.mts';
import type { PiSandbox } from '../../../tools/sandbox/pi/index.mts';
import { n8n, world } from '../world/world.mts';

/** Pi's sandbox, which runs in jest's own process. */
export async function piSandbox() {
	return await connect<PiSandbox>(world().providers.pi);
}

/** The fields of a credential for the sandbox. */
export async function piFields(more: IDataObject = {}): Promise<IDataObject> {
	const { url, apiKey } = await piSandbox();
	return { baseUrl: url, apiKey, ...more };
}

/** A credential for the sandbox in the real n8n. */
export async function piCredential(): Promise<Credential> {
	return await (await n8n()).credentials.create('piApi', await piFields(), 'Pi');
}
