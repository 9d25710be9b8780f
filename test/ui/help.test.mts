import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Editor } from '../../tools/n8n/browser/editor.mts';
import { publishInEditor } from '../../tools/n8n/browser/publishInEditor.mts';
import { CREATE, piapiCredential } from '../e2e/support/piapi.mts';
import { BY_HAND, saveRow } from '../e2e/support/workflows.mts';
import { n8n } from '../e2e/world/world.mts';
import { openEditorOfWorld } from './support/openEditorOfWorld.mts';

/** A provider on the internet, which cannot call this n8n; nothing is ever sent to it. */
const FAR = 'https://provider.example.com';

let editor: Editor;

beforeAll(async () => {
	editor = await openEditorOfWorld();
});

afterAll(async () => await editor?.close());

describe('the editor', () => {
	it('shows what a task gives before the first run', async () => {
		const { page } = editor;
		const node = { name: 'PiAPI', type: 'piapi', parameters: CREATE };
		const after = { name: 'Set', type: 'n8n-nodes-base.set', typeVersion: 3.4 };
		const { id } = await saveRow('Preview', [BY_HAND, node, after]);
		await editor.openWorkflow(id);
		await editor.openNode(after.name);
		await page.getByText('Usually outputs the following fields').waitFor();
		for (const field of ['jobId', 'status', 'resultUrls', 'occurredAt'])
			await page.getByText(field, { exact: true }).first().waitFor();
	});

	it('warns of a test URL that is to be notified', async () => {
		const notifyUrl = 'https://n8n.example.com/webhook-test/1/webhook';
		const parameters = { ...CREATE, completion: 'notify', notifyUrl };
		const { id } = await saveRow('Hint', [BY_HAND, { name: 'PiAPI', type: 'piapi', parameters }]);
		await editor.openWorkflow(id);
		await editor.openNode('PiAPI');
		await editor.page.getByText('This is a test URL').waitFor();
	});

	it('names the remedy when PiAPI could not call back, before anything is bought', async () => {
		const { page } = editor;
		const credentials = [await piapiCredential({ baseUrl: FAR, uploadUrl: FAR })];
		const node = { name: 'PiAPI', type: 'piapi', parameters: CREATE, credentials };
		const { id } = await saveRow('Local wait', [BY_HAND, node]);
		await editor.openWorkflow(id);
		await editor.openNode(node.name);
		await page.getByTestId('node-execute-button').click();
		const output = page.getByTestId('output-panel');
		await output.getByText('Set the environment variable WEBHOOK_URL').first().waitFor();
		await output.getByText('Or set the option Wait By to Polling').first().waitFor();
	});

	it.each([
		['piTrigger', 'piApi', { apiKey: 'x', baseUrl: FAR }, 'variable WEBHOOK_URL of n8n'],
		['signedWebhookTrigger', 'signedWebhookApi', { secret: '' }, 'secret'],
	])('says why %s cannot be published', async (type, credentialType, data, message) => {
		const { page } = editor;
		const client = await n8n();
		const credentials = [await client.credentials.create(credentialType, data, `Bad ${type}`)];
		const { id } = await saveRow(`Refused ${type}`, [{ name: type, type, credentials }]);
		await editor.openWorkflow(id);
		await publishInEditor(page);
		const refused = page.getByRole('alert').filter({ hasText: 'could not be published' });
		await refused.getByText(message).waitFor({ timeout: 60_000 });
	});
});
