import { NodeApiError } from 'n8n-workflow';
import type { Answer } from './providerResponse';
import type { ProviderRequest, RequestContext } from './request';

/** Whether an answer sends the call somewhere else. */
export function isRedirect({ status, headers }: Answer): boolean {
	return status > 300 && status < 400 && headers.location !== undefined;
}

/** The error of a call that was sent somewhere else, where no key of the user's may go. */
export function redirected(
	ctx: RequestContext,
	{ url, itemIndex }: ProviderRequest,
	{ status, headers }: Answer,
): NodeApiError {
	const location = String(headers.location);
	const target = URL.canParse(location, url) ? new URL(location, url).origin : location;
	return new NodeApiError(
		ctx.getNode(),
		{ message: `Redirected to ${target}` },
		{
			message: `The provider redirects to ${target}, and keys are sent nowhere but to the base URL. Check it in the credential`,
			description: `HTTP ${status}`,
			httpCode: String(status),
			itemIndex,
		},
	);
}
