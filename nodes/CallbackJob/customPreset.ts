import type { IHttpRequestMethods } from 'n8n-workflow';
import { lowerTrimmed } from '../../lib/text';
import type { CallbackPlace, Preset } from './preset';
import type { CallbackJobCredential, ReadParameter } from './parameters';

/** A service that the user describes in the fields of the node, in the words of a preset. */
export function customPreset(
	read: ReadParameter,
	{ headerName, headerPrefix }: CallbackJobCredential,
): Preset {
	const text = (name: string, fallback = '') => String(read(name, fallback) ?? '').trim();
	const url = text('url');
	const cancelUrl = text('cancelUrl');
	return {
		value: 'custom',
		title: URL.canParse(url) ? new URL(url).host : 'The service',
		documentation: '',
		baseUrl: '',
		signIn: { header: headerName ?? 'Authorization', prefix: headerPrefix ?? 'Bearer ' },
		create: [{ method: text('method', 'POST') as IHttpRequestMethods, path: url }],
		callback: {
			in: text('callbackIn', 'body') as CallbackPlace['in'],
			at: text('callbackName', 'webhook'),
		},
		jobId: [text('jobIdPath', 'id')],
		look: { path: text('statusUrl') },
		status: {
			path: text('statusPath', 'status'),
			done: valuesOf(read('doneValues', 'completed,succeeded,success')),
			failed: valuesOf(read('failedValues', 'failed,error')),
		},
		output: { path: text('resultPath') },
		error: ['error', 'error_message', 'message'],
		...(cancelUrl && {
			cancel: { method: text('cancelMethod', 'POST') as IHttpRequestMethods, path: cancelUrl },
		}),
		callsOften: true,
	};
}

/** Values from a list, or from a text with commas between them. */
function valuesOf(given: unknown): string[] {
	const list = Array.isArray(given) ? given.map(String) : String(given ?? '').split(',');
	return list.map(lowerTrimmed).filter((value) => value !== '');
}
