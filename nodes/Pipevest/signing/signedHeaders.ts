import { randomUUID } from 'node:crypto';
import { contentDigest } from '../../../lib/signatures/messageSignature/contentDigest';
import { pipevest, rfc9421 } from '../../../lib/signatures/messageSignature/dialects';
import { privateKey } from '../../../lib/signatures/messageSignature/privateKey';
import { signMessage } from '../../../lib/signatures/messageSignature/signMessage';
import { SignInError } from '../../../lib/http/signInError';
import type { PipevestCredential } from '../credential';

const DIALECTS = { pipevest, rfc9421 };

/** Those of them that a request has are signed, in this order (docs/reference/pipevest.md 4). */
const COMPONENTS = [
	'Authorization',
	'Content-Digest',
	'Content-Length',
	'Content-Type',
	'X-Client-Id',
	'X-Idempotency-Key',
	'@method',
	'@target-uri',
	'@path',
	'@query',
];

/** How long a signature is good for, as in the examples of docs/reference/pipevest.md 4. */
const LIFETIME_S = 100;

/** A request as it goes over the wire. */
export interface Outgoing {
	method: string;
	url: string;
	/** Absent where the method has none. */
	body?: { text: string; type: string };
	/** Default: a new one. */
	idempotencyKey?: string;
	/** Who asks: the call for a token has no such headers (docs/reference/pipevest.md 1). */
	identity: Record<string, string>;
}

/**
 * The headers that Pipevest asks for, the signature among them (docs/reference/pipevest.md 2
 * to 3.4).
 *
 * @throws SignInError when the private key cannot be used
 */
export function signedHeaders(
	credential: PipevestCredential,
	{ method, url, body, idempotencyKey, identity }: Outgoing,
): Record<string, string> {
	const { value: key, problem } = privateKey(credential.privateKey);
	if (!key) throw new SignInError(`${problem}. Change it in the Pipevest credential`);
	const headers = {
		...identity,
		...(body && contentHeaders(body)),
		...(method !== 'GET' && idempotencyHeaders(idempotencyKey ?? randomUUID())),
	};
	const created = Math.floor(Date.now() / 1000);
	const components = COMPONENTS.filter((name) => name.startsWith('@') || name in headers);
	const isRfc = credential.dialect === 'rfc9421';
	const signed = signMessage(
		{ method, url, headers },
		{
			key,
			components: isRfc ? components.map((name) => name.toLowerCase()) : components,
			parameters: { keyid: credential.keyId, created, expires: created + LIFETIME_S },
			dialect: DIALECTS[credential.dialect],
		},
	);
	if (!signed.value) {
		throw new SignInError(
			`The request could not be signed: ${signed.problem}. Check base URL, client ID and key ID in the Pipevest credential`,
		);
	}
	return { ...headers, ...signed.value };
}

function contentHeaders({ text, type }: NonNullable<Outgoing['body']>) {
	const bytes = Buffer.from(text);
	return {
		'Content-Digest': contentDigest(bytes),
		'Content-Length': String(bytes.length),
		'Content-Type': type,
	};
}

/** The pages do not agree on the name: both are sent (docs/reference/pipevest.md 2). */
function idempotencyHeaders(key: string) {
	return { 'X-Idempotency-Key': key, 'X-Idempotency-Id': key };
}
