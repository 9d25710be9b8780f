import { type Rest, RestError } from './rest.mts';
import { waitUntil } from './waitUntil.mts';

/** Five attempts with 1, 2, 4 and 8 s between them (docs/reference/n8n.md 3), and what each may take. */
const PUBLISH_SECONDS = 90;

interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

async function settled(rest: Rest, id: string): Promise<PublicationStatus> {
	return await waitUntil(
		`workflow ${id} to be published or unpublished`,
		async () => {
			const found = await rest.request<PublicationStatus>(
				'GET',
				`/workflows/${id}/publication-status`,
			);
			return found.status !== 'in_progress' && found;
		},
		PUBLISH_SECONDS,
	);
}

/** Before 2.40 triggers are there when the call returns, and nobody can be asked. */
async function settledOrOlder(rest: Rest, id: string): Promise<PublicationStatus | undefined> {
	try {
		return await settled(rest, id);
	} catch (error) {
		if (error instanceof RestError && error.status === 404) return undefined;
		throw error;
	}
}

/**
 * Publishes that version and waits for its triggers.
 * @throws Error with the message of the trigger that could not be registered
 */
export async function publish(
	rest: Rest,
	{ id, versionId }: { id: string; versionId: string },
): Promise<void> {
	await rest.request('POST', `/workflows/${id}/activate`, { versionId });
	const status = await settledOrOlder(rest, id);
	if (!status || status.status === 'published') return;
	const failed = status.triggers.find(({ errorMessage }) => errorMessage);
	throw new Error(failed?.errorMessage ?? `Workflow ${id} is ${status.status} after publishing it`);
}

/** Unpublishes and waits until the triggers are gone. */
export async function unpublish(rest: Rest, id: string): Promise<void> {
	await rest.request('POST', `/workflows/${id}/deactivate`, {});
	const status = await settledOrOlder(rest, id);
	if (!status || status.status === 'not_published') return;
	throw new Error(`Workflow ${id} is still ${status.status} after unpublishing it`);
}
