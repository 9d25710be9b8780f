/**
 * Maps with at most `limit` calls under way, in the order of the items. After a call has failed no
 * further one is started; the ones under way are waited for, so that nothing happens unseen.
 *
 * @returns one entry per started item; those never started are missing at the end
 */
export async function mapLimited<Item, Result>(
	items: readonly Item[],
	limit: number,
	map: (item: Item, index: number) => Promise<Result>,
): Promise<Array<PromiseSettledResult<Result>>> {
	const results: Array<PromiseSettledResult<Result>> = [];
	let next = 0;
	let failed = false;
	const work = async () => {
		while (next < items.length && !failed) {
			const index = next++;
			[results[index]] = await Promise.allSettled([map(items[index], index)]);
			failed ||= results[index].status === 'rejected';
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, limit) }, work));
	return results;
}
