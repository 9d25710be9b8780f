import type { HookContext } from 'n8n-core';
import type { IHttpRequestOptions } from 'n8n-workflow';

const A_SECOND = 1_000;

/** Which calls are not waited for as long as the node would. */
export type Impatience = (request: Pick<IHttpRequestOptions, 'method' | 'url'>) => boolean;

/** Shortens the time-out of some calls that a context makes: a silent provider costs a test a second. */
export function losePatience({ helpers }: HookContext, impatient: Impatience): void {
	const hurried = (options: IHttpRequestOptions) =>
		impatient(options) ? { ...options, timeout: A_SECOND } : options;
	const { httpRequest, httpRequestWithAuthentication } = helpers;
	helpers.httpRequest = async (options) => await httpRequest(hurried(options));
	helpers.httpRequestWithAuthentication = async function (type, options, more) {
		return await httpRequestWithAuthentication.call(this, type, hurried(options), more);
	};
}
