import { world } from './world.mts';

/** Whether the n8n under test has this version or a later one: a test says what older ones do instead. */
export function since(version: string): boolean {
	const [wanted, found] = [version, world().runtime.version].map((text) =>
		text.split('.').map(Number),
	);
	return found[0] !== wanted[0] ? found[0] > wanted[0] : found[1] >= wanted[1];
}
