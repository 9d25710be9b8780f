import type { Editor } from '../browser/editor.mts';
import type { N8nClient } from '../client.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import type { Take } from './take.mts';

/** What the pictures of runs need. */
export interface Scene {
	editor: Editor;
	url: string;
	client: N8nClient;
	piapi: Sandbox['piapi'];
	take: Take;
}

const RUN_MS = 60_000;
const WAITS = 'piapi-wait-pictures';
/** Where PiAPI keeps its files, and the sandbox does not; nobody reads it. */
const IMAGE = 'https://img.theapi.app/ephemeral/2f6b1c9a-40d7-4e83-9b52-7c1e0d8a3f64.png';

async function showRuns({ editor: { page }, url }: Scene, id: string, status: string) {
	await page.goto(`${url}/workflow/${id}/executions`);
	await page.getByTestId('execution-preview-label').getByText(status).waitFor();
}

/** A workflow after its run: how many items went where. */
export async function workflowPicture({ editor: { page, openWorkflow }, take }: Scene) {
	await openWorkflow(WAITS);
	await page.getByTestId('execute-workflow-button').click();
	const done = page.getByTestId('canvas-node-status-success');
	await done.nth(3).waitFor({ timeout: RUN_MS });
	await take('workflow');
}

/** A run while it is parked. */
export async function waitingPicture(scene: Scene) {
	const { client, piapi, take } = scene;
	const before = piapi.tasks().length;
	piapi.behave({ hold: true });
	const id = await client.runs.start(WAITS);
	await client.executions.wait(id, ['waiting']);
	await showRuns(scene, WAITS, 'Waiting');
	await take('waiting');
	piapi.clearBehaviours();
	for (const task of piapi.tasks().slice(before)) piapi.finish({ id: task.id });
	await client.executions.wait(id);
}

/** The form of a task beside what its run gave. */
export async function taskPicture({ editor, piapi, take }: Scene) {
	const { page } = editor;
	piapi.behave({ output: { image_url: IMAGE } });
	await editor.openWorkflow(WAITS);
	await editor.openNode('Create all pictures');
	await page.getByTestId('node-execute-button').click();
	const output = page.getByTestId('output-panel');
	await output.getByText('completed').first().waitFor({ timeout: RUN_MS });
	await output.getByText('Schema', { exact: true }).click();
	piapi.clearBehaviours();
	await take('piapi-create');
}

/** The runs that callbacks have started: one for each task, though each is told three times. */
export async function executionsPicture(scene: Scene) {
	const { client, piapi, take } = scene;
	const workflowId = 'piapi-notify-receive';
	piapi.fault({ on: 'delivery', kind: 'duplicate', count: 3 });
	for (let count = 1; count <= 3; count++) {
		await client.executions.wait(await client.runs.start('piapi-notify-create'));
		await client.executions.waitFor({ workflowId, status: ['success'] }, count);
	}
	piapi.clearFaults();
	await showRuns(scene, workflowId, 'Succeeded');
	// n8n covers the list with it once a workflow has run in production.
	await scene.editor.page.getByText('Production Checklist').waitFor();
	await scene.editor.page.keyboard.press('Escape');
	await take('executions');
}
