import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent is calling the node. Agents of version 3 run a tool as any other node, so
 * `isToolExecution()` says no (docs/reference/n8n.md 4); but n8n names the tool that it makes of a node
 * `<node>Tool`.
 */
export function isTool(ctx: IExecuteFunctions): boolean {
	return ctx.isToolExecution() || ctx.getNode().type.endsWith('Tool');
}
