import type { Page } from 'playwright-core';

/** Publishes the workflow that is open, as a user does; its answer is n8n's next dialog or message. */
export async function publishInEditor(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Publish' }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
}
