const CAUSES: ReadonlyArray<readonly [RegExp, string]> = [
	[/ERR_CANCELED|cancell?ed/i, 'The execution was cancelled during a call to the provider'],
	[/ECONNREFUSED/, 'Nothing listens at this address. Check the base URL in the credential'],
	[
		/ENOTFOUND|EAI_AGAIN/,
		'The host name could not be resolved. Check the base URL in the credential',
	],
	[
		/ECONNABORTED|ETIMEDOUT|timeout/i,
		'The provider did not answer in time. Check its status page and try again',
	],
	[
		/ECONNRESET|socket hang up|EPIPE/i,
		'The connection was cut. Check proxies and firewalls on the way',
	],
	[
		/CERT|TLS|SSL|self.signed/i,
		'The TLS certificate was not accepted. Check the base URL in the credential',
	],
	[
		/SSRF|blocked/i,
		"n8n's outbound network policy blocked the address. Ask the administrator of n8n",
	],
];

/** What went wrong before a request could be sent. */
const UNSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT|self.signed|SSRF/i;

/** Names the likely cause and the remedy of a call that got no answer. */
export function explainNetworkError(error: unknown): {
	message: string;
	description: string;
	/** The provider cannot have done what the call asked for, which could have cost money. */
	isUnsent: boolean;
} {
	const { cause: inner, httpCode } = error as { cause?: unknown; httpCode?: string | null };
	// n8n writes a text of its own over what Node says, and keeps that inside; 2.8 only its code.
	const said = (inner instanceof Error ? inner : error) as { message?: string; code?: string };
	const { message = String(said), code = httpCode ?? '' } = said;
	const cause = CAUSES.find(([pattern]) => pattern.test(`${code} ${message}`));
	const isUnsent = UNSENT.test(`${code} ${message}`);
	const arrival = isUnsent ? 'The call did not arrive' : 'The call may or may not have arrived';
	return {
		message: cause?.[1] ?? 'The provider could not be reached',
		description: `No answer came: ${[code, message].filter(Boolean).join(' ')}. ${arrival}`,
		isUnsent,
	};
}
