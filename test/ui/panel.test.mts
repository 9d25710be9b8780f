import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Editor } from '../../tools/n8n/browser/editor.mts';
import { nodes } from '../contract/harness/builtPackage.mts';
import { BY_HAND, saveRow } from '../e2e/support/workflows.mts';
import { openEditorOfWorld } from './support/openEditorOfWorld.mts';

/** A trigger is listed with its node, or under a name without "Trigger". */
const listed = (displayName: string) => displayName.replace(/ Trigger$/, '');

let editor: Editor;

beforeAll(async () => {
	editor = await openEditorOfWorld();
	const { id } = await saveRow('Panel', [BY_HAND]);
	await editor.openWorkflow(id);
});

afterAll(async () => await editor?.close());

/** Drags the first action of a node onto the canvas; a node with one only has a button. */
async function take(isTrigger: boolean): Promise<void> {
	const { page } = editor;
	const whole = page.getByRole('button', { name: 'Add to workflow' });
	const section = page.getByText(isTrigger ? /^Triggers \(/ : /^Actions \(/).first();
	await whole.or(section).first().waitFor();
	if (await whole.isVisible()) return await whole.click();
	const all = page.locator(`[is-trigger="${isTrigger}"] [data-keyboard-nav-type="action"]`);
	if (!(await all.first().isVisible())) await section.click();
	await all.first().dragTo(page.locator('.vue-flow__pane').first(), {
		targetPosition: { x: 300, y: 150 },
	});
}

describe('the node panel', () => {
	it.each(['kling', 'suno', 'midjourney', 'flux', 'seedance', 'nano banana'])(
		'finds PiAPI first by "%s"',
		async (word) => {
			expect((await editor.searchNodes(word))[0]).toBe('PiAPI');
		},
	);

	it.each([
		['webhook', ['Pi', 'PiAPI', 'PipAI', 'Pipevest', 'LiveKit', 'Signed Webhook']],
		['callback', ['Pi', 'PiAPI']],
		['image', ['Pi', 'PiAPI']],
		['video', ['PiAPI', 'LiveKit']],
		['music', ['PiAPI']],
		['speech', ['PiAPI']],
		['avatar', ['Pi']],
		['trypi', ['Pi']],
		['backtest', ['PipAI']],
		['payment', ['Pipevest']],
		['hmac', ['Signed Webhook']],
	])('finds by "%s" %p', async (word, names) => {
		const found = await editor.searchNodes(word);
		expect(found.map(listed)).toEqual(expect.arrayContaining(names));
	});

	it('says what both nodes of a pair do', async () => {
		await editor.searchNodes('PiAPI');
		const text = await editor.page.getByTestId('node-creator-item-description').first().innerText();
		expect(text).toMatch(/Starts the workflow.*creates images/);
	});

	it.each(nodes.map(({ description }) => [description.displayName, description] as const))(
		'finds %s by its name, to drag it onto the canvas',
		async (displayName, { name, group }) => {
			const { page } = editor;
			const isTrigger = group.includes('trigger');
			const found = await editor.searchNodes(listed(displayName));
			const index = found.map(listed).indexOf(listed(displayName));
			expect(index).toBeGreaterThan(-1);
			await page.getByTestId('node-creator-item-name').nth(index).click();

			await take(isTrigger);
			await page.getByTestId('parameter-input').first().waitFor();
			await page.keyboard.press('Escape');
			await page.locator(`[data-node-type="n8n-nodes-pihooks.${name}"]`).first().waitFor();
		},
	);
});
