import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Editor } from '../../tools/n8n/browser/editor.mts';
import { CREATE, piapiCredential, piapiSandbox } from '../e2e/support/piapi.mts';
import { BY_HAND, saveRow } from '../e2e/support/workflows.mts';
import { openEditorOfWorld } from './support/openEditorOfWorld.mts';

let editor: Editor;

beforeAll(async () => {
	editor = await openEditorOfWorld();
	const { page } = editor;
	const credentials = [await piapiCredential()];
	const node = { name: 'PiAPI', type: 'piapi', parameters: CREATE, credentials };
	const { id } = await saveRow('Credential', [BY_HAND, node]);
	await editor.openWorkflow(id);
	await editor.openNode(node.name);
	await page.getByTestId('node-credentials-select').click();
	await page.getByTestId('node-credentials-select-item-new').click();
	const { url } = await piapiSandbox();
	await page.getByTestId('parameter-input-baseUrl').locator('input').fill(url);
});

afterAll(async () => await editor?.close());

describe('a PiAPI credential in the editor', () => {
	const save = async (apiKey: string) => {
		const { page } = editor;
		await page.getByTestId('parameter-input-apiKey').locator('input').fill(apiKey);
		await page.getByTestId('credential-save-button').click();
	};

	it('is refused with a wrong key, and told why', async () => {
		const { page } = editor;
		await save('not-a-key');
		await page.getByText('More details').click();
		await page.getByText('PiAPI does not know this API key').waitFor();
	});

	it('is taken with the right one', async () => {
		const { page } = editor;
		await save((await piapiSandbox()).apiKey);
		await page.getByTestId('editCredential-modal').waitFor({ state: 'hidden' });
	});
});
