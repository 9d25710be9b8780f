import { memoize } from '../../lib/signatures/memoize';
import type { HmacScheme } from '../../lib/signatures/scheme';
import { readText, type ReadParameter } from './readParameter';

/** Parameters of the `custom` scheme that may begin or end with a space. */
const UNTOUCHED = ['content', 'prefix', 'separator', 'timestampPrefix'] as const;
const TRIMMED = [
	'header',
	'algorithm',
	'encoding',
	'timestampIn',
	'timestampHeader',
	'timestampUnit',
	'idHeader',
] as const;

type CustomForm = Record<(typeof UNTOUCHED | typeof TRIMMED)[number], string>;

const ALGORITHMS = ['sha256', 'sha512', 'sha1'] as const;
const ENCODINGS = ['hex', 'base64', 'base64url'] as const;

/** The definition of a sender that nobody knew before, made of the node's parameters. */
export function customScheme(read: ReadParameter): HmacScheme {
	return define(JSON.stringify(readCustomForm(read)));
}

/** The parameters; blank where the panel hides them. */
export function readCustomForm(read: ReadParameter): CustomForm {
	return Object.fromEntries([
		...UNTOUCHED.map((name) => [name, String(read(name, ''))]),
		...TRIMMED.map((name) => [name, readText(read, name)]),
	]) as CustomForm;
}

/** Made once per form: what verifies prepares a definition once, too. */
const define = memoize((json) => {
	const form = JSON.parse(json) as CustomForm;
	const unit = form.timestampUnit === 'ms' ? 'ms' : 's';
	const place =
		form.timestampIn === 'signature'
			? { prefix: form.timestampPrefix }
			: { headers: [form.timestampHeader] };
	const scheme: HmacScheme = {
		kind: 'hmac',
		signature: {
			headers: [form.header],
			...(form.separator && { separator: form.separator, trimParts: true }),
			prefix: form.prefix,
		},
		algorithm: ALGORITHMS.find((name) => name === form.algorithm) ?? 'sha256',
		encoding: ENCODINGS.find((name) => name === form.encoding) ?? 'hex',
		content: form.content,
		...(form.content.includes('{timestamp}') && { timestamp: { unit, ...place } }),
		...(form.content.includes('{id}') && { id: { headers: [form.idHeader] } }),
		secret: { encoding: 'utf8' },
	};
	return scheme;
}, 256);
