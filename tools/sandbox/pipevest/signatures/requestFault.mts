import { createHash, createPublicKey, verify } from 'node:crypto';
import { createVerifier, httpbis } from 'http-message-signatures';
import type { PipevestContext } from '../context.mts';
import { dialectBase, type Message } from './dialectBase.mts';
import { readSignature, type SignatureSaid } from './readSignature.mts';
import { requiredComponents } from './requiredComponents.mts';

/** Clocks may differ by this much, in seconds. */
const LEEWAY = 30;

/** Why a call is not accepted as signed by the client; undefined when it is. */
export async function requestFault(
	context: PipevestContext,
	message: Message,
	body: Buffer,
	hasToken: boolean,
): Promise<string | undefined> {
	const { client, settings, clock } = context;
	const { headers, method } = message;
	const said = readSignature(headers);
	if (!said) return 'Signature or Signature-Input is missing or malformed';
	const covered = said.names.map((name) => name.toLowerCase());
	const open = requiredComponents(method, hasToken).filter((name) => !covered.includes(name));
	if (open.length > 0) return `the signature does not cover ${open.join(', ')}`;
	if (said.keyid !== client.keyId) return 'the key ID is unknown';
	const now = clock.now() / 1000;
	if (!(said.created <= now + LEEWAY && said.expires >= now)) return 'the signature is out of date';
	if (headers['x-idempotency-id'] !== headers['x-idempotency-key'])
		return 'the idempotency headers differ';
	if (method !== 'GET' && method !== 'DELETE' && !hasDigest(headers, body))
		return 'Content-Digest or Content-Length does not fit the body';
	const dialect = said.names.every((name) => name === name.toLowerCase()) ? 'rfc9421' : 'pipevest';
	if (settings.accepts !== 'any' && settings.accepts !== dialect)
		return `not signed as ${settings.accepts}`;
	const fits =
		dialect === 'rfc9421'
			? await fitsStandard(context, message)
			: fitsDialect(context, message, said);
	return fits ? undefined : 'the signature does not match';
}

function hasDigest(headers: Message['headers'], body: Buffer): boolean {
	const digest = createHash('sha512').update(body).digest('base64');
	return (
		headers['content-digest'] === `sha-512=:${digest}:` &&
		headers['content-length'] === String(body.length)
	);
}

/** As the standard has it, checked by somebody else's library. */
async function fitsStandard({ client }: PipevestContext, message: Message): Promise<boolean> {
	const publicKey = createPublicKey(client.key).export({ format: 'pem', type: 'spki' });
	const config = {
		keyLookup: async () => ({ verify: createVerifier(publicKey, 'ed25519') }),
	};
	try {
		return (await httpbis.verifyMessage(config, message)) === true;
	} catch {
		return false;
	}
}

function fitsDialect({ client }: PipevestContext, message: Message, said: SignatureSaid): boolean {
	const base = dialectBase(said.names, said.parameters, message);
	if (base === undefined) return false;
	const hash = createHash('sha512').update(base).digest();
	return verify(null, hash, createPublicKey(client.key), said.signature);
}
