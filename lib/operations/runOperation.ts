import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { ItemOperation, OperationResult, PreparedOperation, Resource } from './operation';
import { messageWithDescription } from '../http/messageWithDescription';
import { errorItem } from './errorItem';
import { isTool } from './isTool';
import { purchases } from './purchases';

/**
 * `execute()` of an action node: runs the chosen operation, item by item where it allows that. An AI
 * agent sees nothing of an error but its message, so for a tool all that is known is put into it.
 *
 * @throws NodeOperationError for an unknown operation, and what the operation throws
 */
export async function runOperation(
	ctx: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const resource = ctx.getNodeParameter('resource', 0) as string;
	const name = ctx.getNodeParameter('operation', 0) as string;
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === name);
	if (!operation)
		throw new NodeOperationError(ctx.getNode(), `There is no operation "${name}" of "${resource}"`);
	try {
		return 'runAll' in operation
			? await operation.runAll(ctx)
			: [await runEachItem(ctx, operation)];
	} catch (error) {
		throw isTool(ctx)
			? new NodeOperationError(ctx.getNode(), messageWithDescription(error))
			: error;
	}
}

/** Item by item: where it matters, all calls are checked before the first is sent. */
async function runEachItem(
	ctx: IExecuteFunctions,
	operation: ItemOperation | PreparedOperation,
): Promise<INodeExecutionData[]> {
	const run = 'prepare' in operation ? await prepareAll(ctx, operation) : operation.run;
	const items: INodeExecutionData[] = [];
	for (const index of ctx.getInputData().keys()) {
		try {
			items.push(
				...asItems(await run(ctx, index)).map((item) => ({
					...item,
					pairedItem: { item: index },
				})),
			);
		} catch (error) {
			items.push(errorItem(ctx, error, index));
		}
	}
	return items;
}

/** @returns what sends an item's call, unless a try before this one has sent it (Retry On Fail) */
async function prepareAll(
	ctx: IExecuteFunctions,
	operation: PreparedOperation,
): Promise<ItemOperation['run']> {
	const sent = purchases<{ result: OperationResult }>(ctx);
	const prepare = async (index: number): Promise<() => Promise<OperationResult>> => {
		const before = sent.of(index);
		if (before) return async () => before.result;
		try {
			sent.refuseLost(index);
			const send = await operation.prepare(ctx, index);
			const buy = async () => ({ result: await send() });
			return async () => (await sent.buy(index, buy, operation.ifLost)).result;
		} catch (error) {
			const item = errorItem(ctx, error, index);
			return async () => [item];
		}
	};
	const calls: Array<Awaited<ReturnType<typeof prepare>>> = [];
	for (const index of ctx.getInputData().keys()) calls.push(await prepare(index));
	return async (_, index) => (await calls[index]?.()) ?? [];
}

function asItems(result: OperationResult): INodeExecutionData[] {
	const results = Array.isArray(result) ? result : [result];
	return results.map((entry) => (isItem(entry) ? entry : { json: entry }));
}

function isItem(entry: OperationResult): entry is INodeExecutionData {
	return 'json' in entry && typeof entry.json === 'object';
}
