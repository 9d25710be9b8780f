import type { IDataObject } from 'n8n-workflow';
import { headerValues, type Delivery } from '../../lib/signatures/delivery';
import type { ProviderEvent } from '../../lib/delivery/event';
import { parseJson } from '../../lib/signatures/parseJson';
import { isRecord } from '../../lib/http/isRecord';

const FORM = 'application/x-www-form-urlencoded';

/**
 * A body as an item can hold it. JSON whatever its content type, a list under `body` since an item
 * is an object; a form by its fields; anything else as a file.
 *
 * @param json the body parsed as JSON, `undefined` where it is none
 */
export function readBody(json: unknown, delivery: Delivery): Pick<ProviderEvent, 'body' | 'file'> {
	if (isRecord(json)) return { body: json };
	if (Array.isArray(json)) return { body: { body: json } };
	const bytes = delivery.body;
	const mimeType = contentType(delivery);
	if (mimeType === FORM) return { body: readForm(bytes.toString('utf8')) };
	return bytes.length === 0 ? { body: {} } : { body: {}, file: { bytes, mimeType } };
}

/** GitHub's forms and Slack's interactions are one field, `payload`, with JSON in it. */
function readForm(text: string): IDataObject {
	const form = new URLSearchParams(text);
	const fields = new Map<string, string[]>();
	for (const [name, value] of form) {
		const values = fields.get(name);
		if (values) values.push(value);
		else fields.set(name, [value]);
	}
	if (fields.size === 1 && fields.has('payload')) {
		const payload = parseJson(Buffer.from(form.get('payload') ?? ''));
		if (isRecord(payload)) return payload;
	}
	return Object.fromEntries(
		[...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
	);
}

function contentType(delivery: Delivery): string {
	const [value = ''] = headerValues(delivery, 'content-type');
	return value.replace(/;.*/s, '').trim().toLowerCase() || 'application/octet-stream';
}
