import type { Found } from '../found';
import type { Dialect } from './dialects';
import { componentValue, type SignableMessage } from './signableMessage';
import { type InnerList, serializeInnerList } from './structuredFields';

/** More components than any signature needs; a bound on what one request can make us compute. */
const MOST_COMPONENTS = 64;

/**
 * What is signed for a list of components (RFC 9421, 2.5), refused where a component comes twice,
 * is unknown, missing, or asks for one of the RFC's variations (`;sf`, `;bs`, `;key`, `;req`,
 * `;tr`), which nobody here uses.
 */
export function signatureBase(
	list: InnerList,
	message: SignableMessage,
	dialect: Dialect,
): Found<string> {
	if (list.items.length > MOST_COMPONENTS)
		return { problem: `more than ${MOST_COMPONENTS} components` };
	const seen = new Set<string>();
	let base = '';
	for (const { value: name, parameters } of list.items) {
		if (typeof name !== 'string' || parameters.size > 0)
			return { problem: 'a component is unknown' };
		const lower = name.toLowerCase();
		const shown = `"${name.slice(0, 40)}"`;
		if (seen.has(lower)) return { problem: `the component ${shown} comes twice` };
		seen.add(lower);
		const known = dialect.names === 'any' || name === lower;
		const value = known ? componentValue(message, name, dialect) : undefined;
		if (value === undefined) return { problem: `the component ${shown} is unknown or missing` };
		base += `"${name}": ${value}\n`;
	}
	return { value: `${base}"@signature-params": ${serializeInnerList(list)}` };
}
