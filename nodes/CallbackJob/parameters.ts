import type { IDataObject } from 'n8n-workflow';
import type { LookContext } from '../../lib/waiting/jobSource';

/** The fields of `callbackJobApi`. */
export interface CallbackJobCredential {
	service: string;
	apiKey?: string;
	headerName?: string;
	headerPrefix?: string;
}

/** A parameter of an item; in `webhook()` there is one item only. */
export type ReadParameter = (name: string, fallback?: unknown) => unknown;

export function parametersOf(ctx: LookContext, itemIndex = 0): ReadParameter {
	return (name, fallback = '') =>
		'getInputData' in ctx
			? ctx.getNodeParameter(name, itemIndex, fallback)
			: ctx.getNodeParameter(name, fallback as IDataObject);
}
