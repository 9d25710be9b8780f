import type { Editor } from '../browser/editor.mts';
import type { N8nClient } from '../client.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { AFTER, BY_HAND, createTask } from './nodes.mts';
import { saveNodes } from './saveNodes.mts';
import { areaOf, type Take } from './take.mts';

/** One of pictures, one of videos, one of music. */
const FAMILIES = {
	flux: 'Qubico/flux1-dev-advanced:fill-outpaint',
	kling: 'kling:video_generation',
	udio: 'music-u:generate_music',
};

/** So high that no form of a task needs to be scrolled. */
const TALL = { width: 1280, height: 1500 };
/** As high as the longest form of a trigger. */
const USUAL = { width: 1280, height: 880 };
const MARGIN = 12;

/** The form of a node with what is left of it: its input, or how to use the trigger. */
async function inputAndForm({ page }: Editor) {
	const { y, height } = await areaOf(page.getByTestId('ndv'));
	const { x, width } = await areaOf(page.getByTestId('node-parameters'));
	return { x: 0, y, width: x + width, height };
}

/** The fields of a family appear for its tasks only. */
export async function familyPictures(editor: Editor, client: N8nClient, take: Take) {
	const { page } = editor;
	await page.setViewportSize(TALL);
	for (const [family, task] of Object.entries(FAMILIES)) {
		const nodes = [BY_HAND, createTask({ family, task, prompt: '' })];
		await editor.openWorkflow(await saveNodes(client, family, nodes));
		await editor.openNode('PiAPI');
		const fields = page
			.getByTestId('node-parameters')
			.getByTestId('parameter-item')
			.filter({ visible: true });
		const { x, y, width, height } = await areaOf(fields.first(), fields.last());
		const area = {
			x: x - MARGIN,
			y: y - MARGIN,
			width: width + 2 * MARGIN,
			height: height + 2 * MARGIN,
		};
		await take(`form-${family}`, area);
	}
	await page.setViewportSize(USUAL);
}

/** A trigger with its production URL and the help about it. */
export async function triggerPicture(editor: Editor, take: Take) {
	const { page } = editor;
	await editor.openWorkflow('piapi-notify-receive');
	await editor.openNode('PiAPI Trigger');
	await page.getByText('Webhook URLs').click();
	await page.getByTestId('radio-button-production').click();
	await page.getByText('When will this node').click();
	await take('piapi-trigger', await inputAndForm(editor));
}

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
	await editor.openWorkflow(await saveNodes(client, 'Wrong Key', [BY_HAND, createTask()]));
	await editor.openNode('PiAPI');
	await page.getByTestId('node-credentials-select').click();
	await page.getByTestId('node-credentials-select-item-new').click();
	const field = (name: string) => page.getByTestId(`parameter-input-${name}`);
	await field('baseUrl').locator('input').fill(url);
	await field('apiKey').locator('input').fill('not-my-key');
	await page.getByTestId('credential-save-button').click();
	await page.getByText('More details').click();

	const dialog = await areaOf(page.getByTestId('editCredential-modal'));
	const { y, height } = await areaOf(field('webhookSecret'));
	await take('credential', { ...dialog, height: y + height + MARGIN - dialog.y });
	await page.getByTestId('credential-delete-button').click();
	await page.getByRole('button', { name: 'Yes, delete' }).click();
	await page.getByTestId('editCredential-modal').waitFor({ state: 'hidden' });
}

/** The fields that a node gives, before it ever ran. */
export async function previewPicture(editor: Editor, client: N8nClient, take: Take) {
	await editor.openWorkflow(await saveNodes(client, 'Preview', [BY_HAND, createTask(), AFTER]));
	await editor.openNode(AFTER.name);
	await editor.page.getByText('Usually outputs the following fields').waitFor();
	await take('preview', await inputAndForm(editor));
}

/** What the form says of a test URL. */
export async function hintPicture(editor: Editor, client: N8nClient, take: Take) {
	const notifyUrl = 'https://n8n.example.com/webhook-test/4f6d/webhook';
	const node = createTask({ completion: 'notify', notifyUrl });
	await editor.openWorkflow(await saveNodes(client, 'Hint', [BY_HAND, node]));
	await editor.openNode(node.name);
	const { page } = editor;
	await page.getByText('This is a test URL').waitFor();
	await page.getByTestId('node-feature-request').scrollIntoViewIfNeeded();
	const parts = [page.getByTestId('node-parameters'), page.getByTestId('output-panel')];
	await take('test-url', await areaOf(...parts));
}

/** The form for any sender, with what to do there. */
export async function signedWebhookPicture(editor: Editor, client: N8nClient, take: Take) {
	const name = 'Signed Webhook Trigger';
	const type = 'n8n-nodes-pihooks.signedWebhookTrigger';
	const data = { secret: 'a secret of the sender', previousSecret: '', publicKey: '' };
	await client.credentials.put('signedWebhookApi', data, 'Stripe');
	const node = { name, type, typeVersion: 1.1, parameters: { scheme: 'stripe' } };
	await editor.openWorkflow(await saveNodes(client, 'Stripe', [node]));
	await editor.openNode(name);
	await take('signed-webhook', await inputAndForm(editor));
}
