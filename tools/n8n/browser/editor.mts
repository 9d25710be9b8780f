import { type BrowserContextOptions, type Page, selectors } from 'playwright-core';

import { OWNER } from '../client/signIn.mts';
import { launchChromium } from './launchChromium.mts';

const SEARCH_MS = 800;

// As n8n's editor spells it.
selectors.setTestIdAttribute('data-test-id');

/** n8n's editor in a browser, signed in as the owner. */
export interface Editor {
	page: Page;
	/** Opens a stored workflow. */
	openWorkflow(id: string): Promise<void>;
	/** Opens the form of a node on the canvas. */
	openNode(name: string): Promise<void>;
	/** Names of what the node panel finds, the best first. */
	searchNodes(text: string): Promise<string[]>;
	close(): Promise<void>;
}

async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.getByLabel('Email').fill(OWNER.email);
	await page.locator('input[type=password]').fill(OWNER.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/home\//);
}

/** Opens the editor of a local n8n. Nothing but this machine is ever asked for anything. */
export async function openEditor(
	url: string,
	options: BrowserContextOptions = {},
): Promise<Editor> {
	const browser = await launchChromium();
	try {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce',
			...options,
		});
		await context.route(
			({ hostname }) => hostname !== '127.0.0.1',
			async (route) => await route.abort(),
		);
		const page = await context.newPage();
		await signIn(page, url);
		return {
			page,
			async openWorkflow(id) {
				await page.goto(`${url}/workflow/${id}`);
				await page.getByTestId('canvas-node').first().waitFor();
			},
			async openNode(name) {
				await page.getByTestId('canvas-node').filter({ hasText: name }).first().dblclick();
				await page.getByTestId('parameter-input').first().waitFor();
			},
			async searchNodes(text) {
				const search = page.getByTestId('node-creator-search-bar');
				if (!(await search.isVisible())) await page.getByTestId('node-creator-plus-button').click();
				await search.fill(text);
				// It searches a moment after the last key.
				await page.waitForTimeout(SEARCH_MS);
				return await page.getByTestId('node-creator-item-name').allInnerTexts();
			},
			close: async () => await browser.close(),
		};
	} catch (error) {
		await browser.close();
		throw error;
	}
}
