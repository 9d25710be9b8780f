import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function used(): number {
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** Bytes that `work` allocates, as long as it is so little that no garbage is collected meanwhile. */
export async function allocated(work: () => Promise<unknown>): Promise<number> {
	collectGarbage();
	const before = used();
	await work();
	return used() - before;
}

/** Bytes that are in use for as long as somebody has what `make` made. */
export async function kept(make: () => Promise<unknown>): Promise<number> {
	collectGarbage();
	const before = used();
	const holder = [await make()];
	collectGarbage();
	const bytes = used() - before;
	holder.pop();
	return bytes;
}
