import { wrongType } from '../inputs/wrongType.mts';
import type { Webhook } from '../types.mts';

/** Inputs an operation cannot do without (`a|b`: either); docs/reference/piapi.md 3. */
const REQUIRED: Record<string, string> = {
	imagine: 'prompt',
	reroll: 'origin_task_id',
	upscale: 'origin_task_id index',
	variation: 'origin_task_id index',
	inpaint: 'origin_task_id',
	outpaint: 'origin_task_id zoom_ratio',
	pan: 'origin_task_id direction',
	describe: 'image_url',
	blend: 'image_urls',
	seed: 'origin_task_id|task_id',
};

export const legacyOperations = Object.keys(REQUIRED);

const MODES = ['', 'relax', 'fast', 'turbo', 'mixed'];
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** http(s) on port 80 or 443 (docs/reference/piapi.md 3); any port on loopback, or nobody could listen. */
function refusedEndpoint(endpoint: unknown): string | undefined {
	if (endpoint === undefined || endpoint === '') return undefined;
	if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return 'invalid webhook_endpoint';
	const { protocol, port, hostname } = new URL(endpoint);
	if (protocol !== 'http:' && protocol !== 'https:')
		return 'webhook_endpoint must be http or https';
	const isAllowed = ['', '80', '443'].includes(port) || LOOPBACK.includes(hostname);
	return isAllowed ? undefined : 'webhook_endpoint must use port 80 or 443';
}

export interface LegacyOrder {
	webhook: Webhook;
	notifyProgress: boolean;
	request: Record<string, unknown>;
}

/** Reads the body of a legacy create call, or says why it is refused. */
export function parseLegacy(
	operation: string,
	body: Record<string, unknown> | undefined,
): LegacyOrder | string {
	if (!body) return 'invalid request body';
	const missing = (REQUIRED[operation] ?? '')
		.split(' ')
		.find((names) => names.split('|').every((name) => (body[name] ?? '') === ''));
	if (missing !== undefined) return `${missing} is required`;
	const type = wrongType(body);
	if (type !== undefined) return type;
	if (!MODES.includes(String(body.process_mode ?? ''))) return 'invalid process_mode';
	const refused = refusedEndpoint(body.webhook_endpoint);
	if (refused !== undefined) return refused;
	const { webhook_secret: secret = '', notify_progress: progress = false } = body;
	if (typeof secret !== 'string') return 'webhook_secret must be a string';
	if (typeof progress !== 'boolean') return 'notify_progress must be a boolean';
	// Inpaint is not among the compatible endpoints.
	const endpoint = operation === 'inpaint' ? '' : String(body.webhook_endpoint ?? '');
	return { webhook: { endpoint, secret }, notifyProgress: progress, request: body };
}
