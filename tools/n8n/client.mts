import { credentialsOf } from './client/credentials.mts';
import { executionsOf } from './client/executions.mts';
import type { Rest } from './client/rest.mts';
import { runsOf } from './client/runs.mts';
import { type Login, OWNER, signIn } from './client/signIn.mts';
import { workflowsOf } from './client/workflows.mts';

export interface N8nClient {
	/** For whatever the rest does not offer. */
	rest: Rest;
	credentials: ReturnType<typeof credentialsOf>;
	workflows: ReturnType<typeof workflowsOf>;
	runs: ReturnType<typeof runsOf>;
	executions: ReturnType<typeof executionsOf>;
}

/** Signs in to a real n8n, creating its owner where it has none, and offers what its editor can do. */
export async function connect(url: string, login: Login = OWNER): Promise<N8nClient> {
	const rest = await signIn(url, login);
	return {
		rest,
		credentials: credentialsOf(rest),
		workflows: workflowsOf(rest),
		runs: runsOf(rest),
		executions: executionsOf(rest),
	};
}
