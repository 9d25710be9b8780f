/** What the headers of a signed message say, read with no more than these headers need. */
export interface SignatureSaid {
	names: string[];
	/** The value of `@signature-params`. */
	parameters: string;
	keyid: string;
	/** Unix seconds. */
	created: number;
	expires: number;
	signature: Buffer;
}

/** Undefined where one of the two headers is missing or looks otherwise. */
export function readSignature(headers: Record<string, string>): SignatureSaid | undefined {
	const input = /^sig1=(\(([^)]*)\);.+)$/.exec(headers['signature-input'] ?? '');
	const signature = /^sig1=:([A-Za-z0-9+/=]+):$/.exec(headers.signature ?? '');
	if (!input || !signature) return undefined;
	const [, parameters = '', list = ''] = input;
	const parameter = (name: string) =>
		new RegExp(`;${name}="?([^";]+)"?`).exec(parameters)?.[1] ?? '';
	return {
		names: [...list.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name),
		parameters,
		keyid: parameter('keyid'),
		created: Number(parameter('created')),
		expires: Number(parameter('expires')),
		signature: Buffer.from(signature[1] ?? '', 'base64'),
	};
}
