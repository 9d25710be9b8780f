import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import { connect } from '../../../tools/sandbox/control.mts';
import type { PipevestSandbox } from '../../../tools/sandbox/pipevest/index.mts';
import { n8n, world } from '../world/world.mts';

/** Pipevest's sandbox, which runs in jest's own process. */
export async function pipevestSandbox() {
	return await connect<PipevestSandbox>(world().providers.pipevest);
}

/** The fields of a credential for the sandbox. */
export async function pipevestFields(more: IDataObject = {}): Promise<IDataObject> {
	const { baseUrl, clientId, clientSecret, keyId, privateKey } = await pipevestSandbox();
	return {
		...{ environment: 'custom', baseUrl, clientId, clientSecret, keyId, privateKey },
		...{ tokenEndpoint: 'oauthToken', signingDialect: 'pipevest' },
		...more,
	};
}

/** A credential for the sandbox in the real n8n. */
export async function pipevestCredential(more: IDataObject = {}): Promise<Credential> {
	const data = await pipevestFields(more);
	return await (await n8n()).credentials.create('pipevestApi', data, 'Pipevest');
}
