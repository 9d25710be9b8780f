import { type Delivery, headerValues } from './delivery';
import type { Found } from './found';
import { trimSpaces } from './trimSpaces';

const ONE_LINE_OF_BYTES = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The value of a header that must be there once and not be blank: of two, nobody could say which
 * one was meant.
 */
export function singleHeader(delivery: Delivery, name: string): Found<string> {
	return singleValue(headerValues(delivery, name), name);
}

/** As `singleHeader`, of the values that were found under the name. */
export function singleValue(values: readonly string[], name: string): Found<string> {
	if (values.length === 0) return { problem: `no ${name} header` };
	if (values.length > 1) return { problem: `${values.length} ${name} headers` };
	const value = trimSpaces(values[0] ?? '');
	if (value === '') return { problem: `the ${name} header is blank` };
	if (!ONE_LINE_OF_BYTES.test(value)) return { problem: `the ${name} header is not text` };
	return { value };
}
