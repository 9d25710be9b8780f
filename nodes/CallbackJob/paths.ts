import type { IDataObject } from 'n8n-workflow';

/** Names that would reach into the prototype of an object. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The value at a path such as `data.images.0.url`; the whole value at an empty one. */
export function valueAt(value: unknown, path: string): unknown {
	let found = value;
	for (const key of keysOf(path)) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
		found = (found as Record<string, unknown>)[key];
	}
	return found;
}

/** The first value that is there, of several paths. */
export function firstAt(value: unknown, paths: string[]): unknown {
	return paths
		.map((path) => valueAt(value, path))
		.find((found) => found !== undefined && found !== null && found !== '');
}

/**
 * A copy of a body with a value at a path; what is missing on the way is made.
 *
 * @param isEntry whether the value is one more entry of the list there
 */
export function withValueAt(
	body: IDataObject,
	path: string,
	value: unknown,
	isEntry = false,
): IDataObject {
	const keys = keysOf(path);
	const copy = structuredClone(body);
	let parent: Record<string, unknown> = copy;
	for (const [at, key] of keys.slice(0, -1).entries()) {
		const next = parent[key];
		const isList = /^\d+$/.test(keys[at + 1] ?? '');
		parent[key] = typeof next === 'object' && next !== null ? next : isList ? [] : {};
		parent = parent[key] as Record<string, unknown>;
	}
	const last = keys.at(-1) ?? '';
	const list = parent[last];
	parent[last] = isEntry ? [...(Array.isArray(list) ? list : []), value] : value;
	return copy;
}

function keysOf(path: string): string[] {
	return path.split('.').filter((key) => key !== '' && !FORBIDDEN.has(key));
}
