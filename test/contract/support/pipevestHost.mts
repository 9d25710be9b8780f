import type { IDataObject } from 'n8n-workflow';
import type { PipevestSandbox } from '../../../tools/sandbox/pipevest/index.mts';
import { createHost } from '../harness/createHost.mts';

export type PipevestHost = Awaited<ReturnType<typeof openPipevestHost>>;

interface Options {
	parameters?: IDataObject;
	credential?: IDataObject;
	onError?: 'continueRegularOutput';
}

/** The fields of a credential for the sandbox. */
export function credentialFor(pipevest: PipevestSandbox, more: IDataObject = {}) {
	const { baseUrl, clientId, clientSecret, keyId, privateKey } = pipevest;
	return {
		...{ environment: 'custom', baseUrl, clientId, clientSecret, keyId, privateKey },
		accessToken: '',
		...more,
	};
}

/** A workflow with a node of Pipevest's. */
export async function openPipevestHost(
	pipevest: PipevestSandbox,
	type: 'pipevest' | 'pipevestTrigger',
	{ parameters = {}, credential = {}, onError }: Options = {},
) {
	const data = credentialFor(pipevest, credential);
	const host = await createHost({
		nodes: [{ type, parameters, onError }],
		credentials: { pipevestApi: data },
	});
	return {
		...host,
		/** The credential as n8n has stored it. */
		stored: data,
		/** As n8n registers a trigger, with a `delete` after a failure. */
		async publish() {
			try {
				if (!(await host.hook('checkExists'))) await host.hook('create');
			} catch (error) {
				await host.hook('delete').catch(() => false);
				throw error;
			}
		},
		unpublish: async () => await host.hook('delete'),
		/** Runs the action node and answers its items. */
		async call(more: IDataObject = {}, items?: IDataObject[]) {
			host.change([{ type, parameters: { ...parameters, ...more }, onError }]);
			const execution = await host.run(items);
			// n8n keeps the fields of an error, not the error.
			if (execution.error) throw Object.assign(new Error(execution.error.message), execution.error);
			return execution.items.map(({ json }) => json);
		},
	};
}
