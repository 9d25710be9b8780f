import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Held by this process: the file alone cannot tell, since a process number may come again. */
const held = new Set<string>();

/** Thrown by {@link takeLock} when a living process holds the lock. */
export class LockedError extends Error {
	constructor(
		readonly path: string,
		readonly holder: number,
	) {
		super(`Process ${holder} holds ${path}`);
	}
}

function holderOf(path: string): number {
	try {
		return Number(readFileSync(path, 'utf8'));
	} catch {
		return 0;
	}
}

function isAlive(pid: number): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Takes the lock file `path` for this process, also from a process that died holding it.
 * @returns what gives it back
 * @throws LockedError when a living process holds it
 */
export function takeLock(path: string): () => void {
	mkdirSync(dirname(path), { recursive: true });
	const mine = `${path}.${process.pid}`;
	// Linked, not written in place: a lock file is never seen without its holder in it.
	writeFileSync(mine, String(process.pid));
	try {
		linkSync(mine, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		const holder = holderOf(path);
		const taken = holder === process.pid ? held.has(path) : isAlive(holder);
		if (taken) throw new LockedError(path, holder);
		rmSync(path, { force: true });
		return takeLock(path);
	} finally {
		rmSync(mine, { force: true });
	}
	held.add(path);
	return () => {
		held.delete(path);
		rmSync(path, { force: true });
	};
}

/** Runs `work` while holding the lock, waiting for whoever has it; `onWait` is told its pid once. */
export async function withLock<T>(
	path: string,
	work: () => Promise<T>,
	onWait: (holder: number) => void,
): Promise<T> {
	for (let told = false; ; told = true) {
		try {
			const release = takeLock(path);
			try {
				return await work();
			} finally {
				release();
			}
		} catch (error) {
			if (!(error instanceof LockedError) || error.path !== path) throw error;
			if (!told) onWait(error.holder);
			await sleep(500);
		}
	}
}
