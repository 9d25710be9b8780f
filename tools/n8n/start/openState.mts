import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { LockedError, takeLock } from '../lock.mts';
import { cacheFolder, root } from '../paths.mts';
import type { Runtime } from '../runtime.mts';

/** Where n8n's database and settings stay between starts of this checkout. */
export interface State {
	folder: string;
	release(): void;
}

/**
 * Opens the folder that this checkout and this n8n keep their things in, one process at a time.
 * @throws Error in one line when another start of this checkout is running
 */
export function openState(runtime: Runtime, fresh: boolean): State {
	const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
	const folder = join(cacheFolder(), `start-${checkout}-${basename(runtime.folder)}`);
	try {
		const release = takeLock(`${folder}.lock`);
		if (fresh) rmSync(folder, { recursive: true, force: true });
		return { folder, release };
	} catch (error) {
		if (!(error instanceof LockedError)) throw error;
		throw new Error(
			`Another \`npm start\` of this checkout is running (process ${error.holder}): end it first.`,
		);
	}
}
