import type { IDataObject } from 'n8n-workflow';
import type { PiSandbox } from '../../../tools/sandbox/pi/index.mts';
import { createHost } from '../harness/createHost.mts';
import type { NodeUnderTest } from '../harness/workflowOf.mts';

/** Runs Pi nodes in a row on items, and answers the execution. */
export async function piRun(
	pi: PiSandbox,
	parameters: IDataObject | IDataObject[],
	{
		items = [{}],
		binary,
		...more
	}: Partial<NodeUnderTest> & { items?: IDataObject[]; binary?: object } = {},
) {
	const all = Array.isArray(parameters) ? parameters : [parameters];
	const host = await createHost({
		nodes: all.map((own, index) => ({ type: 'pi', name: `Pi ${index}`, parameters: own, ...more })),
		credentials: { piApi: { baseUrl: pi.url, apiKey: pi.apiKey } },
	});
	try {
		return await host.run(items, 'trigger', binary);
	} finally {
		await host.close();
	}
}

/** The same, of a run that must succeed: the items at its end. */
export async function piItems(...of: Parameters<typeof piRun>): Promise<IDataObject[]> {
	const { error, items } = await piRun(...of);
	if (error) throw error;
	return items.map(({ json }) => json);
}
