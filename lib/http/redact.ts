import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export const REDACTED = '[redacted]';

/** Fields whose value opens something, or is an address with a token in it. */
const SECRET_NAME =
	/secret|passw|authorization|cookie|credential|signature|private_?key|api_?key|access_?key|stream_?key|(?:^|[_-])token$|[a-z]Token$|^token$|^(?:webhook_?|callback_?|notify_?|resume_?)?(?:endpoint|url)$/i;

/** Fields of a credential that are no secret, and that an error may name. */
const OPEN_FIELDS = new Set([
	...['baseUrl', 'uploadUrl', 'url', 'environment', 'tokenEndpoint', 'signingDialect', 'service'],
	...['headerName', 'headerPrefix', 'clientId', 'keyId', 'keyEncoding'],
	'allowedHttpRequestDomains',
]);

/** Shorter values stand in many an innocent word. */
const SHORTEST = 6;

interface Redaction {
	/** Whether a field of this name is a secret. */
	isSecret: (name: string) => boolean;
	/** Texts that must stand nowhere, as `encodingsOf` lists them. */
	texts?: readonly string[];
}

/**
 * Replaces secrets in what a provider sent, in place, however deep it is nested.
 *
 * @returns the value itself, or the text that took its place
 */
export function redact<T>(value: T, { isSecret, texts = [] }: Redaction): T {
	const clean = cleanerOf(texts);
	if (typeof value === 'string') return clean(value) as T;
	forEachField(value, (parent, name, held) => {
		const put = (key: string, to: unknown) =>
			Object.defineProperty(parent, key, { value: to, ...PLAIN });
		const cleanName = clean(name);
		if (cleanName !== name) {
			Reflect.deleteProperty(parent, name);
			put(cleanName, held);
		}
		if (isPlain(held) && held !== '' && isSecret(name)) put(cleanName, REDACTED);
		else if (typeof held === 'string') put(cleanName, clean(held));
	});
	return value;
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

/** Whether a field of an answer is kept out of errors: more than out of items, where a token may be the result. */
export function hasSecretName(name: string): boolean {
	return SECRET_NAME.test(name);
}

/** The secrets in a request: the values of its secret fields, such as a callback's. */
export function secretsIn(body: unknown): string[] {
	const secrets: string[] = [];
	forEachField(body, (_, name, held) => {
		if (typeof held === 'string' && hasSecretName(name)) secrets.push(held);
	});
	return secrets;
}

/** Visits every field of a value and of all that is nested in it, without recursion. */
function forEachField(
	value: unknown,
	visit: (parent: object, name: string, held: unknown) => void,
): void {
	const open: unknown[] = [value];
	while (open.length > 0) {
		const parent = open.pop();
		if (typeof parent !== 'object' || parent === null) continue;
		for (const [name, held] of Object.entries(parent)) {
			visit(parent, name, held);
			open.push(held);
		}
	}
}

/** The secret values of a credential. */
export function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	return Object.entries(credential).flatMap(([name, value]) =>
		typeof value === 'string' && !OPEN_FIELDS.has(name) ? [value] : [],
	);
}

/**
 * Every way in which secrets may come back: as they are, trimmed, line by line (keys), in base64, hex,
 * percent-encoded and escaped as JSON, and two of them joined for Basic authentication. Longest first,
 * so that none leaves a part of another.
 */
export function encodingsOf(secrets: readonly string[]): string[] {
	const whole = secrets.flatMap((secret) => [secret, secret.trim()]);
	const lines = secrets.flatMap((secret) => secret.split(/\r?\n|\\n/)).map((line) => line.trim());
	const values = [
		...new Set([...whole, ...lines.filter((line) => !line.startsWith('-----'))]),
	].filter((value) => value.length >= SHORTEST);
	const texts = values.flatMap((value) => {
		const bytes = Buffer.from(value);
		const percent = encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
		return [
			...[value, bytes.toString('base64'), bytes.toString('base64').replace(/=+$/, '')],
			...[bytes.toString('base64url'), bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
			...[percent, percent.replaceAll('%20', '+'), JSON.stringify(value).slice(1, -1)],
		];
	});
	return [...new Set(texts)].sort((a, b) => b.length - a.length);
}

function cleanerOf(texts: readonly string[]): (text: string) => string {
	return (text) => texts.reduce((rest, secret) => rest.split(secret).join(REDACTED), text);
}

function isPlain(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number';
}
