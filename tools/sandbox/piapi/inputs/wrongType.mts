import { isObject } from '../../shared/server/jsonOf.mts';
import { arrays, booleans, integers, numbers, objects, strings } from './types.mts';

const kindOf = (value: unknown) => {
	if (Array.isArray(value)) return 'array';
	return typeof value === 'boolean' ? 'bool' : typeof value;
};

/** The Go type a value should have had; undefined when it fits or its type is not known. */
function expected(name: string, value: unknown): string | undefined {
	if (numbers.has(name) && typeof value !== 'number') return 'float64';
	if (integers.has(name) && !Number.isInteger(value)) return 'int';
	if (booleans.has(name) && typeof value !== 'boolean') return 'bool';
	if (arrays.has(name) && !Array.isArray(value)) return '[]interface {}';
	if (objects.has(name) && !isObject(value)) return 'map[string]interface {}';
	if (strings.has(name) && typeof value !== 'string') return 'string';
	return undefined;
}

/** The provider's complaint about the first input of a wrong JSON type; null passes, as in Go. */
export function wrongType(input: Record<string, unknown>): string | undefined {
	for (const [name, value] of Object.entries(input)) {
		if (value === null) continue;
		const type = expected(name, value);
		if (type !== undefined) {
			return `json: cannot unmarshal ${kindOf(value)} into Go struct field .input.${name} of type ${type}`;
		}
	}
	return undefined;
}
