import type { INodeExecutionData } from 'n8n-workflow';

/**
 * The items of a wait on the node's outputs: all on one, or what did not complete on a second. Then
 * each says in `itemIndex` which input item it is about: n8n numbers what resumes a node anew, output
 * by output, and would take it for about another one.
 */
export function outputs(
	items: INodeExecutionData[],
	separateFailed: boolean,
): INodeExecutionData[][] {
	if (!separateFailed) return [items];
	const numbered = items.map((item, itemIndex) => ({ ...item, json: { ...item.json, itemIndex } }));
	const completed = ({ json }: INodeExecutionData) => json.status === 'completed';
	return [numbered.filter(completed), numbered.filter((item) => !completed(item))];
}
