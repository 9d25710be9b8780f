import type { Page } from 'playwright-core';

/** Chooses from a list in the form that is open, by what the user reads. */
export async function chooseOption(page: Page, field: string, option: string): Promise<void> {
	await page.getByTestId(`parameter-input-${field}`).click();
	const headline = page.getByText(option, { exact: true });
	const options = page.getByTestId('parameter-input-item').filter({ visible: true });
	await options.filter({ has: headline }).click();
}
