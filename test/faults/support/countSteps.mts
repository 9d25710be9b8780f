import { join } from 'node:path';
import { coverage } from './coverage.mts';

const root = join(import.meta.dirname, '../../..');

const BUILT = join(root, 'dist');

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** What reads through all of a text, a list or a buffer in one call. */
const READERS: Array<[object, string[]]> = [
	[String.prototype, ['split', 'slice', 'trim', 'toLowerCase', 'indexOf', 'startsWith', 'replace']],
	[String.prototype, ['replaceAll', 'matchAll', 'endsWith', 'includes', 'toUpperCase']],
	[Array.prototype, ['map', 'filter', 'flatMap', 'some', 'every', 'find', 'findIndex', 'includes']],
	[Array.prototype, ['join', 'slice', 'indexOf', 'reverse', 'sort', 'concat', 'flat']],
	[RegExp.prototype, ['test', 'exec']],
	[JSON, ['parse', 'stringify']],
	[Object, ['entries', 'keys', 'values', 'fromEntries', 'assign']],
	[Buffer, ['from', 'concat']],
	[Buffer.prototype, ['toString', 'equals', 'copy', 'slice']],
	[URLSearchParams.prototype, ['getAll', 'get', 'has']],
];

function lengthOf(value: unknown): number {
	if (typeof value === 'string' || Array.isArray(value) || Buffer.isBuffer(value))
		return value.length;
	return value instanceof URLSearchParams ? value.size : 0;
}

/**
 * How many steps a piece of work takes: the blocks of built code that V8 saw executed, and the
 * characters, bytes and entries that went into the calls that read all they are given. The same work
 * takes the same number on every machine.
 */
export async function countSteps(work: () => Promise<unknown>): Promise<number> {
	let read = 0;
	const undo = READERS.flatMap(([owner, names]) =>
		names.map((name) => {
			const methods = owner as Methods;
			const own = methods[name];
			methods[name] = function (this: unknown, ...args: unknown[]) {
				read += lengthOf(this) + lengthOf(args[0]);
				return own.apply(this, args);
			};
			return () => void (methods[name] = own);
		}),
	);
	try {
		// What ran before does not count: each look sets the counters back.
		await coverage.post('Profiler.takePreciseCoverage');
		read = 0;
		await work();
		const steps = read;
		const { result } = await coverage.post('Profiler.takePreciseCoverage');
		const blocks = result
			.filter(({ url }) => url.replace('file://', '').startsWith(BUILT))
			.flatMap(({ functions }) => functions)
			.flatMap(({ ranges }) => ranges);
		return steps + blocks.reduce((sum, { count }) => sum + count, 0);
	} finally {
		for (const one of undo) one();
	}
}
