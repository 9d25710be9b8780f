import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ExecuteContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { runPiapi } from './support/runPiapi.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
afterEach(() => {
	sandbox.piapi.reset();
	jest.restoreAllMocks();
});
afterAll(async () => await sandbox.close());

/** Newer agents run the node of the tool as any other, under the name that n8n gives it. */
const TOOL = { type: 'piapiTool', name: 'Make a picture' };

async function call(options: IDataObject = {}, node: IDataObject = TOOL) {
	const task = { resource: 'task', operation: 'create', family: 'flux', completion: 'wait' };
	const parameters = { ...task, task: 'Qubico/flux1-dev:txt2img', prompt: 'a cup', options };
	return await runPiapi(sandbox.piapi, parameters, { node });
}

describe('the node as a tool of an AI agent', () => {
	it.each([
		['that runs it as a node', TOOL],
		['that calls it', { type: 'piapi' }],
	])('waits within the call, for an agent %s: neither can be parked', async (_, node) => {
		if (node !== TOOL) {
			jest.spyOn(ExecuteContext.prototype, 'isToolExecution').mockReturnValue(true);
		}
		const execution = await call({}, node);
		expect(execution.status).toBe('success');
		expect(execution.items.map(({ json }) => json.status)).toEqual(['completed']);
	});

	it('gives the agent what failed too: it sees one output', async () => {
		sandbox.piapi.behave({ fail: true });
		const { data } = await call({ separateFailed: true });
		const [run] = data.resultData.runData[TOOL.name];
		expect(run.data?.main.map((output) => output?.map(({ json }) => json.status))).toEqual([
			['failed'],
		]);
	});

	it('tells the agent what PiAPI said: of an error it sees the message alone', async () => {
		const body = { code: 400, message: 'prompt must have 6 letters' };
		sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status: 400, body });
		expect((await call()).error?.message).toBe(
			'PiAPI refused the request. Check the fields against the description of the task (HTTP 400, code 400, prompt must have 6 letters)',
		);
	});
});
