import { type Browser, chromium } from 'playwright-core';

import { findChromium } from '../../scripts/findChromium.mjs';

const FLAGS = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** @throws Error in one line when there is no Chromium */
export async function launchChromium(): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath) {
		throw new Error(
			'No Chromium was found: install it (Debian: `apt install chromium`) or set CHROMIUM to its path.',
		);
	}
	return await chromium.launch({ executablePath, args: FLAGS });
}
