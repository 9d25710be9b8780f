import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chooseOption } from '../../tools/n8n/browser/chooseOption.mts';
import type { Editor } from '../../tools/n8n/browser/editor.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { piapiCredential, piapiSandbox } from '../e2e/support/piapi.mts';
import { BY_HAND, saveRow } from '../e2e/support/workflows.mts';
import { openEditorOfWorld } from './support/openEditorOfWorld.mts';

let editor: Editor;

beforeAll(async () => {
	editor = await openEditorOfWorld();
	const parameters = { resource: 'task', operation: 'create' };
	const node = { name: 'PiAPI', type: 'piapi', parameters, credentials: [await piapiCredential()] };
	const { id } = await saveRow('Form', [BY_HAND, node]);
	await editor.openWorkflow(id);
	await editor.openNode(node.name);
});

afterAll(async () => await editor?.close());

describe('the form of a PiAPI task', () => {
	it('marks what is required and says so', async () => {
		const { page } = editor;
		await page.getByTestId('parameter-issues').first().hover();
		await page.getByText('Parameter "Prompt" is required').waitFor();
	});

	it.each([
		['Flux', 'Schnell: Text to Image', { prompt: 'a lighthouse' }],
		['Kling', '3.0: Text or Image to Video', { prompt: 'waves' }],
		['Suno', 'Generate Music', { prompt: 'a sea shanty' }],
	])('of %s, filled in, creates the task that was meant', async (family, task, texts) => {
		const { page } = editor;
		const sandbox = await piapiSandbox();
		const before = (await sandbox.tasks()).length;
		await chooseOption(page, 'family', family);
		await chooseOption(page, 'task', task);
		for (const [field, text] of Object.entries(texts)) {
			const input = page.getByTestId(`parameter-input-${field}`).locator('textarea').first();
			await input.fill(text);
		}
		await page.getByTestId('node-execute-button').click();

		const { id, input } = await waitUntil('the task', async () => (await sandbox.tasks())[before]);
		expect(input).toMatchObject(texts);
		const output = page.getByTestId('output-panel');
		await output.getByText(id).first().waitFor({ timeout: 60_000 });
		await output.getByText('completed').first().waitFor();
	});

	it.each([
		['Udio', ['task']],
		['Custom (Any Model)', ['model', 'taskType', 'input']],
	])('shows the fields of %s', async (family, fields) => {
		await chooseOption(editor.page, 'family', family);
		for (const field of fields)
			await editor.page.getByTestId(`parameter-input-${field}`).first().waitFor();
	});
});
