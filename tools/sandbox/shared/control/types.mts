/** Control methods take one JSON value at most and answer with JSON, so that they work over HTTP. */
export type Controls = Record<string, (argument: never) => unknown>;

/** What is known of a provider's sandbox at start, e.g. its address and keys. */
export interface SandboxInfo {
	provider: string;
	url: string;
}

/** The same methods from another process: every one answers with a promise. */
export type Remote<T> = {
	[Name in keyof T]: T[Name] extends (...argument: infer Argument) => infer Result
		? (...argument: Argument) => Promise<Awaited<Result>>
		: T[Name];
};
