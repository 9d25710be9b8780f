import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Editor } from '../../tools/n8n/browser/editor.mts';
import { publishInEditor } from '../../tools/n8n/browser/publishInEditor.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { CREATE, piapiCredential, piapiSandbox } from '../e2e/support/piapi.mts';
import { AFTER, BY_HAND, saveRow, webhookUrl } from '../e2e/support/workflows.mts';
import { n8n, world } from '../e2e/world/world.mts';
import { openEditorOfWorld } from './support/openEditorOfWorld.mts';

const TRIGGER = { name: 'PiAPI Trigger', type: 'piapiTrigger' };

let editor: Editor;

beforeAll(async () => {
	editor = await openEditorOfWorld();
});

afterAll(async () => await editor?.close());

describe('a run that waits', () => {
	it('is seen to wait, and to end when PiAPI calls back', async () => {
		const { page } = editor;
		const sandbox = await piapiSandbox();
		const credentials = [await piapiCredential()];
		await sandbox.behave({ hold: true });
		const before = (await sandbox.tasks()).length;
		const node = { name: 'PiAPI', type: 'piapi', parameters: CREATE, credentials };
		const { id } = await saveRow('Waits', [BY_HAND, node, AFTER]);
		await editor.openWorkflow(id);
		await page.getByTestId('execute-workflow-button').click();

		await editor.openNode(node.name);
		await page.getByText('Waiting for PiAPI to call back').first().waitFor();
		const task = await waitUntil('the task', async () => (await sandbox.tasks())[before]);
		await sandbox.finish({ id: task.id });
		await sandbox.clearBehaviours();
		await page.getByTestId('output-panel').getByText('completed').first().waitFor();
		await page.keyboard.press('Escape');
		await page.getByTestId('canvas-node-status-success').nth(2).waitFor();
	});
});

describe('a PiAPI Trigger', () => {
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		const credentials = [await piapiCredential()];
		workflow = await saveRow('Trigger', [{ ...TRIGGER, credentials }, AFTER]);
		await editor.openWorkflow(workflow.id);
	});

	it('shows the URL that deliveries start the workflow by', async () => {
		const { page } = editor;
		await editor.openNode(TRIGGER.name);
		await page.getByText('Webhook URLs').click();
		await page.getByTestId('radio-button-production').click();
		await page.getByText(webhookUrl(workflow, TRIGGER.name)).waitFor();
		await page.getByText('When will this node').click();
		await page.getByText('PiAPI has no list of webhooks').waitFor();
		await page.keyboard.press('Escape');
	});

	it('is published, and told what to do next', async () => {
		const { page } = editor;
		await publishInEditor(page);
		await page.getByText('PiAPI can call the production URL now').waitFor();
		await page.getByRole('button', { name: 'Got it' }).click();
	});

	it('starts a run that appears in the list', async () => {
		const { page } = editor;
		const credentials = [await piapiCredential()];
		const notifyUrl = webhookUrl(workflow, TRIGGER.name);
		const parameters = { ...CREATE, completion: 'notify', notifyUrl };
		const node = { name: 'PiAPI', type: 'piapi', parameters, credentials };
		const creator = await saveRow('Creates', [BY_HAND, node]);
		await page.goto(`${world().n8n}/workflow/${workflow.id}/executions`);
		await (await n8n()).runs.start(creator.id);
		const listed = page.locator('[data-test-id^="execution-details-"]').first();
		await listed.getByText('Succeeded').waitFor();
	});
});
