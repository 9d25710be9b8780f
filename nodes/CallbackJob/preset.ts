import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/**
 * One way to create a job. Templates know `{target}` (the whole target), `{app}` (its first two
 * segments) and, once there is a job, `{id}`.
 */
export interface CreateWay {
	/** Which targets are created so; the first way that fits is taken. */
	when?: RegExp;
	/** Default: POST. */
	method?: IHttpRequestMethods;
	/** From the base URL on, beginning with a slash. */
	path: string;
	/** Where the input goes, as a path into the body; default: it is the body. */
	inputAt?: string;
	/** What the body holds beside the input. */
	body?: IDataObject;
}

/** Where the callback URL goes. */
export interface CallbackPlace {
	in: 'body' | 'query' | 'header';
	/** A path into the body, or the name of a parameter or header. */
	at: string;
	/** What is put there, `{callbackUrl}` standing for the URL; default: the URL. */
	value?: unknown;
	/** Whether the body has a list there, and the value is one more entry. */
	isEntry?: boolean;
	/** How a value that is no text is written where only text can stand. */
	encoding?: 'base64Json';
	/** What else the body needs while somebody is called back. */
	alsoBody?: IDataObject;
}

/** A request about a job that exists. */
export interface JobRequest {
	/** Default: GET to look, POST to cancel. */
	method?: IHttpRequestMethods;
	/** `{…}` may also be a path into the status, such as `{data.defaultDatasetId}`. */
	path: string;
	/** Added to the path, `{id}` in it. */
	qs?: Record<string, string>;
}

/** How a service is spoken to, as data: all that differs from one to the next. */
export interface Preset {
	/** The value of `service`. */
	value: string;
	/** What the service calls itself. */
	title: string;
	/** Whether this was made from documents only, and nobody has tried it against the service. */
	isFromDocuments?: boolean;
	documentation: string;
	baseUrl: string;
	/** The header that signs in, and what comes before the key in it. */
	signIn: { header: string; prefix: string };
	/** A call that needs the key and costs nothing; 401 and 403 mean that the key is wrong. */
	test?: string;
	/** The model, actor or endpoint, where the service has one. */
	target?: {
		description: string;
		placeholder: string;
		isOptional?: boolean;
		replace?: [string, string];
	};
	create: CreateWay[];
	callback: CallbackPlace;
	/** Paths to the job's ID in the answer; the first that is there is taken. */
	jobId: string[];
	/** The values of an envelope that mean success, where HTTP 200 alone does not. */
	envelope?: { path: string; values: Array<string | number | boolean>; message: string };
	look: JobRequest;
	/** The path to the status, and its values in any case. What is in no list goes on. */
	status: { path: string; done: string[]; failed: string[]; cancelled?: string[] };
	/** The path to the result in the status, default all of it; `isJson`: it is JSON in a text. */
	output?: { path?: string; isJson?: boolean };
	/** Where the result is fetched from once the job is done; a refusal means that it failed. */
	result?: JobRequest;
	/** Paths to what went wrong. */
	error: string[];
	/** The path to a value that is true once the results are gone. */
	removed?: string;
	/** The path to what the job cost. */
	usage?: string;
	cancel?: JobRequest;
	/** How many minutes results can be fetched after the job is done. */
	keepsResultsFor?: number;
	/** Whether the service calls more than once about a job. */
	callsOften?: boolean;
}
