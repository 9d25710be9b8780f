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
	const queue = items.entries();
	let failed = false;
	const work = async () => {
		for (let entry = queue.next(); !entry.done && !failed; entry = queue.next()) {
			const [index, item] = entry.value;
			const [result] = await Promise.allSettled([map(item, index)]);
			results[index] = result;
			failed ||= result.status === 'rejected';
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
	return results;
}
