import { N8N_NODES_API_VERSION, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether this n8n can resume an execution on a node's second output; before 2.39 what goes there
 * vanishes. No context tells n8n's version, so this looks for what came in 2.39.0 as well: once in
 * the engine, and once in `n8n-workflow`, of which a package installed by hand may carry its own.
 */
export function resumesAllOutputs(ctx: IExecuteFunctions): boolean {
	const { getSecureEgressFilter }: Partial<IExecuteFunctions['helpers']> = ctx.helpers;
	const engineKnows = getSecureEgressFilter?.().validateRedirectSync !== undefined;
	return engineKnows && N8N_NODES_API_VERSION !== undefined;
}
