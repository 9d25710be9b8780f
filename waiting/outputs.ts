import type { INodeExecutionData } from 'n8n-workflow';

/** The items of a wait on the node's outputs: all on one, or what did not complete on a second. */
export function outputs(
	items: INodeExecutionData[],
	separateFailed: boolean,
): INodeExecutionData[][] {
	if (!separateFailed) return [items];
	const completed = ({ json }: INodeExecutionData) => json.status === 'completed';
	return [items.filter(completed), items.filter((item) => !completed(item))];
}
