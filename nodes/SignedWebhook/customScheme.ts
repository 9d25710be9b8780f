import { memoize } from '../../lib/signatures/memoize';
import { isPlace, type Place } from '../../lib/signatures/place';
import type {
	HmacScheme,
	PublicKeyScheme,
	SecretForm,
	SignedContent,
} from '../../lib/signatures/scheme';
import { readText, type ReadParameter } from './readParameter';

/** Parameters of the `custom` scheme that may begin or end with a space. */
const UNTOUCHED = ['content', 'prefix', 'separator', 'timestampPrefix'] as const;
const TRIMMED = [
	'header',
	'signatureIn',
	'signatureName',
	'algorithm',
	'encoding',
	'timestampIn',
	'timestampHeader',
	'timestampName',
	'timestampUnit',
	'idHeader',
] as const;

type CustomForm = Record<(typeof UNTOUCHED | typeof TRIMMED)[number], string>;

const MACS = ['sha256', 'sha512', 'sha1'] as const;
const PUBLIC = ['ed25519', 'ecdsa', 'rsa-sha256', 'rsa-sha1'] as const;
const ENCODINGS = ['hex', 'base64', 'base64url'] as const;
const UNITS = ['s', 'ms', 'date', 'fraction'] as const;

/** The definition of a sender that nobody knew before, made of the node's parameters. */
export function customScheme(
	read: ReadParameter,
	keyEncoding: 'text' | 'hex' | 'base64' = 'text',
): HmacScheme {
	return hmacOf(JSON.stringify([readCustomForm(read), keyEncoding]));
}

/** The same for a sender that signs with a key pair. */
export function customPublicKeyScheme(read: ReadParameter): PublicKeyScheme {
	return publicKeyOf(JSON.stringify(readCustomForm(read)));
}

/** The parameters; blank where the panel hides them. */
export function readCustomForm(read: ReadParameter): CustomForm {
	return Object.fromEntries([
		...UNTOUCHED.map((name) => [name, String(read(name, ''))]),
		...TRIMMED.map((name) => [name, readText(read, name)]),
	]) as CustomForm;
}

/** Made once per form: what verifies prepares a definition once, too. */
const hmacOf = memoize((json): HmacScheme => {
	const [form, keyEncoding] = JSON.parse(json) as [CustomForm, string];
	const secret: SecretForm =
		keyEncoding === 'hex' || keyEncoding === 'base64'
			? { encoding: keyEncoding, prefix: 'whsec_', trim: true }
			: { encoding: 'utf8' };
	return {
		kind: 'hmac',
		...contentOf(form),
		algorithm: MACS.find((name) => name === form.algorithm) ?? 'sha256',
		secret,
	};
}, 256);

const publicKeyOf = memoize((json): PublicKeyScheme => {
	const form = JSON.parse(json) as CustomForm;
	const algorithm = PUBLIC.find((name) => name === form.algorithm) ?? 'ed25519';
	return { kind: 'publicKey', ...contentOf(form), algorithm };
}, 256);

function contentOf(form: CustomForm): SignedContent {
	const at = placeIn(form.signatureIn, form.signatureName);
	return {
		signature: {
			headers: at ? [] : [form.header],
			...(at && { at }),
			...(form.separator && { separator: form.separator, trimParts: true }),
			prefix: form.prefix,
		},
		encoding: ENCODINGS.find((name) => name === form.encoding) ?? 'hex',
		content: form.content,
		...(hasTime(form) && { timestamp: timeOf(form) }),
		...(form.content.includes('{id}') && { id: { headers: [form.idHeader] } }),
	};
}

/** A time in the body need not be named in the content that has the whole body. */
function hasTime({ content, timestampIn, timestampName }: CustomForm): boolean {
	return content.includes('{timestamp}') || (timestampIn === 'body' && timestampName !== '');
}

function timeOf(form: CustomForm): SignedContent['timestamp'] {
	const unit = UNITS.find((name) => name === form.timestampUnit) ?? 's';
	const at = placeIn(form.timestampIn, form.timestampName);
	if (at) return { unit, at };
	return form.timestampIn === 'signature'
		? { unit, prefix: form.timestampPrefix }
		: { unit, headers: [form.timestampHeader] };
}

/** A place beyond the headers; undefined for the choices that have fields of their own. */
export function placeIn(where: string, name: string): Place | undefined {
	if (where !== 'query' && where !== 'body') return undefined;
	const place = `${where}:${name}`;
	return isPlace(place) ? place : `${where}:-`;
}
