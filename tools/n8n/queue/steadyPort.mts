import { randomInt } from 'node:crypto';

import { assertPortFree } from '../freePort.mts';

/** A free port of a range that outgoing connections do not use: it is still free after a restart. */
export async function steadyPort(): Promise<number> {
	const port = randomInt(20_000, 32_000);
	try {
		await assertPortFree(port, 'take the next.');
		return port;
	} catch {
		return await steadyPort();
	}
}
