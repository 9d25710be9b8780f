import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { ItemOperation, OperationResult, Resource } from './operation';
import { wholeText } from '../http/wholeText';
import { errorItem } from './errorItem';
import { isTool } from './isTool';

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
		throw isTool(ctx) ? new NodeOperationError(ctx.getNode(), wholeText(error)) : error;
	}
}

async function runEachItem(
	ctx: IExecuteFunctions,
	operation: ItemOperation,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const index of ctx.getInputData().keys()) {
		try {
			items.push(
				...asItems(await operation.run(ctx, index)).map((item) => ({
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

function asItems(result: OperationResult): INodeExecutionData[] {
	const results = Array.isArray(result) ? result : [result];
	return results.map((entry) => (isItem(entry) ? entry : { json: entry }));
}

function isItem(entry: OperationResult): entry is INodeExecutionData {
	return 'json' in entry && typeof entry.json === 'object';
}
