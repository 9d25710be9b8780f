import { startSandbox } from '../../../tools/sandbox/index.mts';
import { callbackJobOutputs } from './callbackJobOutputs.mts';
import { piOutputs } from './piOutputs.mts';
import { piapiOutputs } from './piapiOutputs.mts';
import { pipaiOutputs } from './pipaiOutputs.mts';
import { pipevestOutputs } from './pipevestOutputs.mts';
import { mergeSchemas, type Schema, schemaOf } from './schemaOf.mts';

/** Where n8n looks beside a node of version 1 (n8n-core 2.41, `output-schema-resolver`). */
const FOLDER = '__schema__/v1.0.0';

/**
 * Runs every operation whose output is known and gives its schema by the file it belongs into,
 * from the package's root.
 */
export async function nodeSchemas(): Promise<Map<string, Schema>> {
	const sandbox = await startSandbox({ timeScale: 0.001 });
	const { callbackJobs, pi, piapi, pipai, pipevest } = sandbox;
	const outputs = {
		CallbackJob: callbackJobOutputs(callbackJobs),
		Pi: piOutputs(pi),
		Piapi: piapiOutputs(piapi),
		Pipai: pipaiOutputs(pipai),
		Pipevest: pipevestOutputs(pipevest),
	};
	const schemas = new Map<string, Schema>();
	try {
		for (const [folder, ofNode] of Object.entries(outputs)) {
			for await (const [resource, operation, items] of ofNode) {
				const file = `nodes/${folder}/${FOLDER}/${resource}/${operation}.json`;
				schemas.set(file, { ...mergeSchemas(items.map(schemaOf)), version: 1 } as Schema);
			}
		}
		return schemas;
	} finally {
		await sandbox.close();
	}
}
