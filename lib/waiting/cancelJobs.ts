import type { LookContext, PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';

const MOST_AT_ONCE = 8;

/**
 * Cancels jobs that nobody waits for any more, where the provider can. One that cannot be cancelled is no
 * error: it may be done by now, or not have been cancellable ever.
 */
export async function cancelJobs(
	ctx: LookContext,
	source: Pick<PolledJobs, 'name' | 'cancel'>,
	ids: string[],
): Promise<void> {
	const { cancel } = source;
	if (!cancel) return;
	await mapLimited(ids, MOST_AT_ONCE, async (id) => {
		await cancel(ctx, id).catch((error: unknown) =>
			ctx.logger.debug(`${source.name}: a job was not cancelled`, { id, error: String(error) }),
		);
	});
}
