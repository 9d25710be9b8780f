import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Answer } from './providerResponse';

/** The n8n contexts that can speak to a provider. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| ITriggerFunctions
	| IWebhookFunctions;

/** One call to a provider, signed in with a credential of this package. */
export interface ProviderRequest
	extends Pick<IHttpRequestOptions, 'method' | 'url' | 'qs' | 'body' | 'headers'> {
	/** The name of the credential. */
	credential: string;
	/** Whether it may be repeated: a call that costs money may not. Default: all but POST and PUT. */
	repeatable?: boolean;
	/** Whether n8n repeats it once when the answer is 401, with a new token or a new signature. */
	renews?: boolean;
	/** Whether an answer is final although its status says try again. */
	isFinal?: (answer: Answer) => boolean;
	/** How often a repeatable call is tried in all, default `retryBudget.execution`. */
	attempts?: number;
	/** In ms, default `retryBudget.execution`. */
	timeout?: number;
	/** The input item to blame in errors. */
	itemIndex?: number;
}
