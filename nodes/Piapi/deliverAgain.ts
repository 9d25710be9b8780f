import type { IDataObject } from 'n8n-workflow';
import { callOwn, type OwnAnswer } from '../../lib/http/callOwn';
import { isRecord } from '../../lib/http/isRecord';
import { callbackSecret } from '../../lib/waiting/callbackUrl';
import { redactSecrets } from './redactSecrets';

const WAITING = '/webhook-waiting/';
const PATIENCE_MS = 60_000;

/** Who is to be called about a task, and the secret that it expects. */
export interface Receiver {
	url: string;
	secret: string;
	to: 'trigger' | 'wait';
}

/** Where PiAPI was to call about a task; blank where it was not asked to. */
export function endpointOf({ config }: IDataObject): string {
	const { endpoint } =
		isRecord(config) && isRecord(config.webhook_config) ? config.webhook_config : {};
	return typeof endpoint === 'string' && URL.canParse(endpoint) ? endpoint : '';
}

/**
 * Who waits for a task at this n8n. The secret is derived from what the address names: the one that
 * PiAPI echoes is never sent, so an address made up by somebody else learns nothing.
 *
 * @param resumeUrl of any execution of this n8n: the part before the execution's ID is its address
 * @param own the account's secret for callbacks
 * @returns nothing where somebody else was to be called
 */
export function receiverOf(
	task: IDataObject,
	resumeUrl: string,
	own: string,
): Receiver | undefined {
	const endpoint = endpointOf(task);
	if (endpoint === '' || !URL.canParse(resumeUrl)) return undefined;
	// As the call will go: without dots that climb.
	const { href: url, origin, pathname } = new URL(endpoint);
	const address = origin + pathname;
	const { origin: home, pathname: path } = new URL(resumeUrl);
	const waitingBase = home + path.slice(0, path.lastIndexOf('/') + 1);
	if (address.startsWith(waitingBase)) {
		const [executionId = '', nodeId = ''] = address.slice(waitingBase.length).split('/');
		const secret = callbackSecret(own, executionId, decodeURIComponent(nodeId));
		return { url, secret, to: 'wait' };
	}
	if (!waitingBase.endsWith(WAITING)) return undefined;
	const triggerBase = `${waitingBase.slice(0, -WAITING.length)}/webhook/`;
	return address.startsWith(triggerBase) ? { url, secret: own, to: 'trigger' } : undefined;
}

/** Calls about a task as PiAPI would have. @throws when no answer came */
export async function deliverAgain(
	task: IDataObject,
	{ url, secret }: Receiver,
): Promise<OwnAnswer> {
	const headers = { 'content-type': 'application/json', 'x-webhook-secret': secret };
	const timestamp = Math.floor(Date.now() / 1000);
	const body = JSON.stringify({ timestamp, data: redactSecrets(task) });
	return await callOwn(url, headers, { body, timeout: PATIENCE_MS });
}
