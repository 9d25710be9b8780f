import { valueAt } from './paths';

/** What the templates of a preset are filled with. */
export interface JobPlace {
	/** The job's ID, once there is one. */
	id?: string;
	/** The model, actor or endpoint. */
	target?: string;
}

/**
 * Why a target or an ID can be no part of a URL, or nothing: a segment `.` or `..` would lead the key
 * somewhere else in the API.
 */
export function segmentProblem(text: string, label: string): string | undefined {
	const segments = text.split('/');
	if (segments.some((segment) => segment.trim() === '')) return `"${label}" has an empty part`;
	const climbs = segments.some((segment) => /^\.{1,2}$/.test(segment.trim()));
	return climbs ? `"${label}" has a part that is only full stops` : undefined;
}

/** A path with its `{…}` filled, each segment encoded. `status` is what other names are looked up in. */
export function fillPath(template: string, place: JobPlace, status?: unknown): string {
	return fill(template, place, status, (text) => text.split('/').map(encodeURIComponent).join('/'));
}

/** A text of a body or a query with its `{…}` filled as they are. */
export function fillText(template: string, place: JobPlace): string {
	return fill(template, place, undefined, (text) => text);
}

/** Every text in a value, however deep, with one placeholder replaced. */
export function replaceIn(value: unknown, placeholder: string, by: string): unknown {
	if (typeof value === 'string') return value.replaceAll(placeholder, () => by);
	if (Array.isArray(value)) return value.map((entry) => replaceIn(entry, placeholder, by));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, replaceIn(entry, placeholder, by)]),
	);
}

function fill(
	template: string,
	{ id = '', target = '' }: JobPlace,
	status: unknown,
	encode: (text: string) => string,
): string {
	const known: Record<string, string> = {
		id,
		target,
		app: target.split('/').slice(0, 2).join('/'),
	};
	return template.replace(/\{([\w.]+)\}/g, (_, name: string) =>
		encode(known[name] ?? String(valueAt(status, name) ?? '')),
	);
}
