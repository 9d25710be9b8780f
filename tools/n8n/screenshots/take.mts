import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../paths.mts';

/** Animations of the editor. */
const SETTLE_MS = 1_000;
const WITHOUT_TOASTS = '.el-notification { display: none }';

export const PICTURES = join(root, 'docs', 'pictures');

type Area = Record<'x' | 'y' | 'width' | 'height', number>;

/** Takes the picture of this name: of this part of the window, of all of it by default. */
export type Take = (name: string, area?: Area) => Promise<void>;

export const takeOf =
	(page: Page): Take =>
	async (name, clip) => {
		// What is under the mouse looks otherwise.
		await page.mouse.move(0, 0);
		await page.waitForTimeout(SETTLE_MS);
		const path = join(PICTURES, `${name}.png`);
		await page.screenshot({ path, style: WITHOUT_TOASTS, clip });
		console.log(join('docs', 'pictures', `${name}.png`));
	};

/** The smallest part of the window that has all these in it. */
export async function areaOf(...parts: Locator[]): Promise<Area> {
	const boxes = await Promise.all(
		parts.map(async (part) => {
			const box = await part.boundingBox();
			if (!box) throw new Error(`Nothing is seen of ${part.toString()}`);
			return box;
		}),
	);
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return {
		...{ x, y },
		width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
		height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
	};
}
