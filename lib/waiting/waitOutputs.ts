import type { ExpressionString } from 'n8n-workflow';

/** One output, and a second one while `completion: wait` separates what did not complete. */
export const waitOutputs: ExpressionString =
	'={{ $parameter["completion"] === "wait" && $parameter["options"]?.["separateFailed"] ? [{ type: "main", displayName: "Completed" }, { type: "main", displayName: "Not Completed" }] : [{ type: "main" }] }}';
