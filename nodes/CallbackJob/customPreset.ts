import type { IHttpRequestMethods } from 'n8n-workflow';
import { commaList, lowerTrimmed } from '../../lib/text';
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
			done: commaList(read('doneValues', 'completed,succeeded,success')).map(lowerTrimmed),
			failed: commaList(read('failedValues', 'failed,error')).map(lowerTrimmed),
		},
		output: { path: text('resultPath') },
		error: ['error', 'error_message', 'message'],
		...(cancelUrl && {
			cancel: { method: text('cancelMethod', 'POST') as IHttpRequestMethods, path: cancelUrl },
		}),
		callsOften: true,
	};
}
