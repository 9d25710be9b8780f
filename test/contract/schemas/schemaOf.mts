import { isDeepStrictEqual } from 'node:util';

/** The part of JSON Schema in which n8n's editor shows fields before a run. */
export interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** What differs from job to job: the editor should promise nothing inside of it. */
const OPEN = ['output', 'usage', 'data', 'params'];

const TEXT: Schema = { type: 'string' };
/** What a job without any leaves empty. */
const WHEN_EMPTY: Record<string, Schema> = {
	error: TEXT,
	reference: TEXT,
	brandId: TEXT,
	metadata: { type: 'object' },
	resultUrls: { type: 'array', items: TEXT },
};

const NONE: Schema = { type: 'null' };

/** The schema of one value: what is in a list is alike. */
export function schemaOf(value: unknown): Schema {
	if (value === null || value === undefined) return NONE;
	if (Array.isArray(value)) {
		const items = mergeSchemas(value.map(schemaOf));
		return { type: 'array', ...(items !== NONE && { items }) };
	}
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, schemaOfField(name, inner)]),
	);
	return { type: 'object', properties };
}

function schemaOfField(name: string, value: unknown): Schema {
	const schema = schemaOf(value);
	const empty = schema.type === 'null' || (schema.type === 'array' && !schema.items);
	if (empty && WHEN_EMPTY[name]) return WHEN_EMPTY[name];
	return OPEN.includes(name) ? { type: schema.type } : schema;
}

/**
 * One schema for several values; what is null in one is what it is in another.
 *
 * @throws Error when they differ in type: then the editor could show neither
 */
export function mergeSchemas(schemas: Schema[]): Schema {
	return schemas.reduce(merge, NONE);
}

function merge(a: Schema, b: Schema): Schema {
	if (a.type === 'null') return b;
	if (b.type === 'null' || isDeepStrictEqual(a, b)) return a;
	if (a.type !== b.type) throw new Error(`One item has ${a.type} where another has ${b.type}`);
	const { properties: ours = {}, items: ourItems = NONE } = a;
	const { properties: theirs = {}, items: theirItems = NONE } = b;
	const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
	const items = merge(ourItems, theirItems);
	return {
		type: a.type,
		...(a.properties && {
			properties: Object.fromEntries(
				names.map((name) => [name, merge(ours[name] ?? NONE, theirs[name] ?? NONE)]),
			),
		}),
		...(items !== NONE && { items }),
	};
}
