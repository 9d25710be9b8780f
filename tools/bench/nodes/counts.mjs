/** How many executions of each workflow came to their last node, and when the latest did (ms). */
export const counts = new Map();

export function count(workflowId) {
	const known = counts.get(workflowId)?.count ?? 0;
	counts.set(workflowId, { count: known + 1, at: Date.now() });
}
