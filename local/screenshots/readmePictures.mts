import type { Editor } from '../browser/editor.mts';
import type { N8nClient } from '../client.mts';
import { saveNodes } from './saveNodes.mts';

/** Takes the picture of this name. */
export type Take = (name: string) => Promise<void>;

const RUN_MS = 60_000;

/** One of pictures, one of videos, one of music. */
const FAMILIES = {
	flux: 'Qubico/flux1-dev-advanced:fill-outpaint',
	kling: 'kling:video_generation',
	udio: 'music-u:generate_music',
};

/** A workflow after its run: how many items went where. */
export async function workflowPicture({ page, openWorkflow }: Editor, take: Take) {
	await openWorkflow('piapi-wait-pictures');
	await page.getByTestId('execute-workflow-button').click();
	const done = page.getByTestId('canvas-node-status-success');
	await done.nth(3).waitFor({ timeout: RUN_MS });
	await page.mouse.move(0, 0);
	await take('workflow');
}

/** The form of a task beside what its run gave. */
export async function formPicture({ openNode }: Editor, take: Take) {
	await openNode('Create all pictures');
	await take('piapi-create');
}

/** The fields of a family appear for its tasks only. */
export async function familyPictures(
	{ openWorkflow, openNode }: Editor,
	client: N8nClient,
	take: Take,
) {
	const tasks = Object.entries(FAMILIES);
	const nodes = tasks.map(([name, task]) => ({
		name,
		type: 'n8n-nodes-pihooks.piapi',
		parameters: { resource: 'task', operation: 'create', family: name, task },
	}));
	const id = await saveNodes(client, 'Families', nodes);
	for (const [family] of tasks) {
		await openWorkflow(id);
		await openNode(family);
		await take(`form-${family}`);
	}
}

/** A trigger with its production URL and the help about it. */
export async function triggerPicture({ page, openWorkflow, openNode }: Editor, take: Take) {
	await openWorkflow('piapi-notify-receive');
	await openNode('PiAPI Trigger');
	await page.getByText('Webhook URLs').click();
	await page.getByTestId('radio-button-production').click();
	await page.getByText('When will this node').click();
	await take('piapi-trigger');
}
