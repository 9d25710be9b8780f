/** Ends what `setup.mts` started. */
export default async function teardown() {
	await (globalThis as { endOfWorld?: () => Promise<void> }).endOfWorld?.();
}
