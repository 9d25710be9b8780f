import type { IDataObject } from 'n8n-workflow';
import type { PiapiSandbox } from '../../../tools/sandbox/piapi/index.mts';
import { createHost } from '../harness/createHost.mts';
import type { Execution } from '../harness/executions.mts';
import type { NodeUnderTest } from '../harness/workflowOf.mts';

interface Run {
	items?: IDataObject[];
	/** Binary fields of every item. */
	binary?: object;
	node?: Partial<NodeUnderTest>;
	credential?: IDataObject;
}

/** A PiAPI node in a workflow of its own, signed in at the sandbox. */
export async function openPiapi(
	{ apiKey, url, uploadUrl }: PiapiSandbox,
	parameters: IDataObject,
	{ node = {}, credential = {} }: Pick<Run, 'node' | 'credential'> = {},
) {
	const piapiApi = { apiKey, baseUrl: url, uploadUrl, ...credential };
	return await createHost({
		nodes: [{ type: 'piapi', parameters, ...node }],
		credentials: { piapiApi: piapiApi },
	});
}

/** Runs a PiAPI node once, for what is done when the call is. */
export async function runPiapi(
	sandbox: PiapiSandbox,
	parameters: IDataObject,
	{ items = [{}], binary, ...more }: Run = {},
): Promise<Execution> {
	const host = await openPiapi(sandbox, parameters, more);
	try {
		return await host.run(items, 'trigger', binary);
	} finally {
		await host.close();
	}
}

/** The items as JSON; throws what the workflow ended with. */
export function jsonOf({ error, items }: Execution): IDataObject[] {
	if (error) throw error;
	return items.map(({ json }) => json);
}
