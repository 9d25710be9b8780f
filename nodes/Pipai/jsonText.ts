import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * JSON of an object. `texts` are members that are JSON already and are kept as they were typed: made
 * a number and back, 0.1000000000000000055 would become 0.1. What is undefined is left out.
 */
export function jsonText(
	members: Readonly<Record<string, unknown>>,
	texts: Readonly<Record<string, string>> = {},
): string {
	const made = Object.entries(members)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => [name, JSON.stringify(value)]);
	const parts = [...made, ...Object.entries(texts)];
	return `{${parts.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

/**
 * A JSON field as the text of an object.
 *
 * @throws NodeOperationError when it is none
 */
export function objectText(
	ctx: IExecuteFunctions,
	given: unknown,
	label: string,
	itemIndex: number,
): string {
	const text = typeof given === 'string' ? given.trim() || '{}' : JSON.stringify(given ?? {});
	if (isObject(text)) return text;
	throw new NodeOperationError(ctx.getNode(), `"${label}" is no JSON object: ${text}`, {
		itemIndex,
	});
}

function isObject(text: string): boolean {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}
