import { isObject } from '../../shared/server/jsonOf.mts';
import { missingInput } from '../inputs/required.mts';
import { wrongType } from '../inputs/wrongType.mts';
import type { Webhook } from '../types.mts';

export interface CreateOrder {
	model: string;
	taskType: string;
	input: Record<string, unknown>;
	serviceMode: string;
	webhook: Webhook;
}

/** `http` is the status of the refusal: 400, or 200 with only the envelope's code telling. */
export interface Refusal {
	http: 400 | 200;
	message: string;
}

const SERVICE_MODES = ['public', 'private', ''];
const PUBLIC_ONLY = ['hailuo', 'Qubico/tts'];

const isWebAddress = (text: string) => {
	try {
		return ['http:', 'https:'].includes(new URL(text).protocol);
	} catch {
		return false;
	}
};

function refusedConfig(config: unknown, model: string): string | undefined {
	if (!isObject(config)) return 'config must be an object';
	const mode = config.service_mode ?? '';
	if (typeof mode !== 'string' || !SERVICE_MODES.includes(mode)) return 'invalid service_mode';
	if (mode === 'private' && PUBLIC_ONLY.includes(model)) {
		return `${model} supports the public service mode only`;
	}
	const webhook = config.webhook_config;
	if (webhook === undefined || webhook === null) return undefined;
	if (!isObject(webhook)) return 'webhook_config must be an object';
	// Both are marked required by the Kling OpenAPI; its examples pass empty strings.
	for (const name of ['endpoint', 'secret']) {
		if (typeof webhook[name] !== 'string') return `webhook_config.${name} is required`;
	}
	if (webhook.endpoint !== '' && !isWebAddress(String(webhook.endpoint))) {
		return 'webhook_config.endpoint is not a valid URL';
	}
	return undefined;
}

/** Reads the body of a create call, or says why the provider refuses it. */
export function parseCreate(body: Record<string, unknown> | undefined): CreateOrder | Refusal {
	if (!body) return { http: 400, message: 'invalid request body' };
	const { model, task_type: taskType, input, config = {} } = body;
	if (typeof model !== 'string' || model === '') return { http: 400, message: 'model is required' };
	if (typeof taskType !== 'string' || taskType === '') {
		return { http: 400, message: 'task_type is required' };
	}
	if (!isObject(input)) return { http: 400, message: 'input is required' };
	const refused = config === null ? undefined : refusedConfig(config, model);
	if (refused !== undefined) return { http: 400, message: refused };
	const type = wrongType(input);
	if (type !== undefined) return { http: 200, message: type };
	const missing = missingInput(model, taskType, input);
	if (missing !== undefined) return { http: 200, message: `${missing} is required` };

	const { service_mode: mode, webhook_config: webhook } = isObject(config) ? config : {};
	const { endpoint, secret } = isObject(webhook) ? webhook : {};
	return {
		model,
		taskType,
		input,
		serviceMode: typeof mode === 'string' ? mode : '',
		webhook: { endpoint: String(endpoint ?? ''), secret: String(secret ?? '') },
	};
}
