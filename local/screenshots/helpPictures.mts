import type { Editor } from '../browser/editor.mts';
import { publishInEditor } from '../browser/publishInEditor.mts';
import type { N8nClient } from '../client.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import type { Take } from './readmePictures.mts';
import { saveNodes } from './saveNodes.mts';

const BY_HAND = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
const TASK = {
	...{ resource: 'task', operation: 'create', family: 'flux' },
	...{ task: 'Qubico/flux1-schnell:txt2img', prompt: 'A lighthouse in a storm' },
};
const piapi = (parameters = {}) => ({
	name: 'PiAPI',
	type: 'n8n-nodes-pihooks.piapi',
	parameters: { ...TASK, ...parameters },
});

/** What the node panel finds. */
export async function panelPicture(editor: Editor, client: N8nClient, take: Take) {
	await editor.openWorkflow(await saveNodes(client, 'My Workflow', [BY_HAND]));
	await editor.searchNodes('webhook');
	await take('panel');
}

/** What the test of a credential says of a wrong key. */
export async function credentialPicture(
	editor: Editor,
	{ url }: Sandbox['piapi'],
	client: N8nClient,
	take: Take,
) {
	const { page } = editor;
	const node = piapi();
	await editor.openWorkflow(await saveNodes(client, 'Wrong Key', [BY_HAND, node]));
	await editor.openNode(node.name);
	await page.getByTestId('node-credentials-select').click();
	await page.getByTestId('node-credentials-select-item-new').click();
	await page.getByTestId('parameter-input-baseUrl').locator('input').fill(url);
	await page.getByTestId('parameter-input-apiKey').locator('input').fill('not-my-key');
	await page.getByTestId('credential-save-button').click();
	await page.getByText('More details').click();
	await take('credential');
}

/** A run while it is parked. */
export async function waitingPicture(
	{ page, openWorkflow, openNode }: Editor,
	sandbox: Sandbox['piapi'],
	take: Take,
) {
	sandbox.behave({ hold: true });
	const before = sandbox.tasks().length;
	await openWorkflow('piapi-wait-pictures');
	await page.getByTestId('execute-workflow-button').click();
	await openNode('Create all pictures');
	await page.getByText('Waiting for PiAPI to call back').first().waitFor();
	await take('waiting');
	sandbox.clearBehaviours();
	for (const { id } of sandbox.tasks().slice(before)) sandbox.finish({ id });
}

/** The fields that a node gives, before it ever ran. */
export async function previewPicture(editor: Editor, client: N8nClient, take: Take) {
	const after = { name: 'Edit Fields', type: 'n8n-nodes-base.set', typeVersion: 3.4 };
	await editor.openWorkflow(await saveNodes(client, 'Preview', [BY_HAND, piapi(), after]));
	await editor.openNode(after.name);
	await editor.page.getByText('Usually outputs the following fields').waitFor();
	await take('preview');
}

/** What the form says of a test URL. */
export async function hintPicture(editor: Editor, client: N8nClient, take: Take) {
	const notifyUrl = 'https://n8n.example.com/webhook-test/4f6d/webhook';
	const node = piapi({ completion: 'notify', notifyUrl });
	await editor.openWorkflow(await saveNodes(client, 'Hint', [BY_HAND, node]));
	await editor.openNode(node.name);
	await editor.page.getByText('This is a test URL').waitFor();
	await editor.page.getByTestId('parameter-input-notifyUrl').scrollIntoViewIfNeeded();
	await take('test-url');
}

/** The form for any sender, with what to do there. */
export async function signedWebhookPicture(editor: Editor, client: N8nClient, take: Take) {
	const name = 'Signed Webhook Trigger';
	const type = 'n8n-nodes-pihooks.signedWebhookTrigger';
	const data = { secret: 'a secret of the sender', previousSecret: '', publicKey: '' };
	await client.credentials.put('signedWebhookApi', data, 'Stripe');
	const node = { name, type, parameters: { scheme: 'stripe' } };
	await editor.openWorkflow(await saveNodes(client, 'Stripe', [node]));
	await editor.openNode(name);
	await take('signed-webhook');
}

/** What n8n says once a trigger is published, and the run that a callback starts. */
export async function publishPictures(editor: Editor, url: string, client: N8nClient, take: Take) {
	const { page } = editor;
	const name = 'PiAPI Trigger';
	const after = { name: 'Edit Fields', type: 'n8n-nodes-base.set', typeVersion: 3.4 };
	const trigger = { name, type: 'n8n-nodes-pihooks.piapiTrigger' };
	const id = await saveNodes(client, 'When a Picture Is Done', [trigger, after]);
	await editor.openWorkflow(id);
	await publishInEditor(page);
	await page.getByText('PiAPI can call the production URL now').waitFor();
	await take('published');

	const { nodes } = await client.workflows.get(id);
	const notifyUrl = `${url}/webhook/${nodes[0].webhookId}/webhook`;
	const creates = [BY_HAND, piapi({ completion: 'notify', notifyUrl })];
	await client.runs.start(await saveNodes(client, 'Creates', creates));
	await client.executions.waitFor({ workflowId: id, status: ['success'] });
	await page.goto(`${url}/workflow/${id}/executions`);
	await page.getByTestId('execution-preview-label').waitFor();
	await take('executions');
}
