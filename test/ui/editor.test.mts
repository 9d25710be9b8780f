import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Editor, openEditor } from '../../local/browser/editor.mts';
import { nodes } from '../contract/harness/builtPackage.mts';
import { CREATE, piapiCredential, piapiSandbox } from '../e2e/support/piapi.mts';
import { BY_HAND, saveRow, webhookUrl } from '../e2e/support/workflows.mts';
import { n8n, world } from '../e2e/world/world.mts';

const PIAPI = { name: 'PiAPI', type: 'piapi' };

let editor: Editor;

beforeAll(async () => {
	// Creates the owner, so that there is somebody to sign in.
	await n8n();
	editor = await openEditor(world().n8n);
});

afterAll(async () => await editor?.close());

describe('the node panel', () => {
	beforeAll(async () => {
		const { id } = await saveRow('Panel', [BY_HAND]);
		await editor.openWorkflow(id);
	});

	// A trigger is listed with its node, or under a name without "Trigger".
	const names = nodes.map(({ description }) => description.displayName.replace(/ Trigger$/, ''));

	it.each([...new Set(names)])('finds %s by its name', async (name) => {
		const found = await editor.searchNodes(name);
		expect(found.map((each) => each.replace(/ Trigger$/, ''))).toContain(name);
	});

	it.each(['kling', 'suno', 'midjourney', 'flux'])('finds PiAPI first by "%s"', async (word) => {
		expect((await editor.searchNodes(word))[0]).toBe('PiAPI');
	});
});

describe('a PiAPI credential in the editor', () => {
	const save = async (apiKey: string) => {
		const { page } = editor;
		await page.getByTestId('parameter-input-apiKey').locator('input').fill(apiKey);
		await page.getByTestId('credential-save-button').click();
	};

	beforeAll(async () => {
		const { page } = editor;
		const credentials = [await piapiCredential()];
		const node = { ...PIAPI, parameters: CREATE, credentials };
		const { id } = await saveRow('Credential', [BY_HAND, node]);
		await editor.openWorkflow(id);
		await editor.openNode(PIAPI.name);
		await page.getByTestId('node-credentials-select').click();
		await page.getByTestId('node-credentials-select-item-new').click();
		const { url } = await piapiSandbox();
		await page.getByTestId('parameter-input-baseUrl').locator('input').fill(url);
	});

	it('is refused with a wrong key', async () => {
		const { page } = editor;
		await save('not-a-key');
		await page.getByText('More details').click();
		await page.getByText('Unauthorized').waitFor();
	});

	it('is taken with the right one', async () => {
		const { page } = editor;
		await save((await piapiSandbox()).apiKey);
		await page.getByTestId('editCredential-modal').waitFor({ state: 'hidden' });
	});
});

describe('the form of a PiAPI task', () => {
	const choose = async (field: string, option: string) => {
		const { page } = editor;
		await page.getByTestId(`parameter-input-${field}`).click();
		const headline = page.getByText(option, { exact: true });
		const options = page.getByTestId('parameter-input-item').filter({ visible: true });
		await options.filter({ has: headline }).click();
	};

	it('runs what was typed, waits, and shows the result', async () => {
		const { page } = editor;
		const credentials = [await piapiCredential()];
		const parameters = { resource: 'task', operation: 'create' };
		const { id } = await saveRow('Form', [BY_HAND, { ...PIAPI, parameters, credentials }]);
		await editor.openWorkflow(id);
		await editor.openNode(PIAPI.name);
		await choose('family', 'Flux');
		await choose('task', 'Schnell: Text to Image');
		await page.getByTestId('parameter-input-prompt').locator('textarea').fill('a lighthouse');
		await page.getByTestId('node-execute-button').click();

		const output = page.getByTestId('output-panel');
		await output.getByText('completed').first().waitFor({ timeout: 60_000 });
		await output.getByText(/\.png/).first().waitFor();
	});

	it.each([
		['Kling', ['prompt']],
		['Suno', ['task']],
		['Custom (Any Model)', ['model', 'taskType', 'input']],
	])('shows the fields of %s', async (family, fields) => {
		await choose('family', family);
		for (const field of fields)
			await editor.page.getByTestId(`parameter-input-${field}`).first().waitFor();
	});
});

describe('the panel of a PiAPI Trigger', () => {
	it('shows the URL that deliveries start the workflow by', async () => {
		const { page } = editor;
		const trigger = { name: 'PiAPI Trigger', type: 'piapiTrigger' };
		const credentials = [await piapiCredential()];
		const workflow = await saveRow('Trigger', [{ ...trigger, credentials }]);
		await editor.openWorkflow(workflow.id);
		await editor.openNode(trigger.name);
		await page.getByText('Webhook URLs').click();
		await page.getByTestId('radio-button-production').click();
		await page.getByText(webhookUrl(workflow, trigger.name)).waitFor();
	});
});
