import { rankKeys, type Rank } from './rankKeys';
import { toHttpUrl } from './toHttpUrl';

const MAX_DEPTH = 64;
const MAX_VALUES = 50_000;
const MAX_URLS = 1_000;

/** What was asked for, echoed: a URL in it is an input. */
const ECHO =
	/^(?:input|config|endpoint|task_request|task_param|(?:.*_)?prompt|(?:webhook|callback)(?:_.*)?)$/;

interface Visit {
	value: unknown;
	rank: Rank;
	depth: number;
}

/** From best to worst; what lies below a key is never better than the key. */
const WORSE: Rank[] = ['clean', 'result', 'edition', 'beside'];

const below = (parent: Rank, own: Rank): Rank => {
	if (parent === 'result') return own;
	return own === 'result' || WORSE.indexOf(own) < WORSE.indexOf(parent) ? parent : own;
};

const children = (value: object, { rank, depth }: Visit): Visit[] => {
	if (depth >= MAX_DEPTH || ArrayBuffer.isView(value)) return [];
	if (Array.isArray(value)) {
		return value.slice(0, MAX_VALUES).map((entry) => ({ value: entry, rank, depth: depth + 1 }));
	}
	const ranks = rankKeys(value);
	return Object.entries(value)
		.filter(([key]) => ranks.has(key) && !ECHO.test(key))
		.slice(0, MAX_VALUES)
		.map(([key, entry]) => ({
			value: entry,
			rank: below(rank, ranks.get(key) ?? 'result'),
			depth: depth + 1,
		}));
};

/** 0 for a result, 1 for a second edition of one, 2 for what only stands beside. */
const placeOf = (ranks: Set<Rank>): number => {
	if (ranks.has('clean')) return 0;
	if (ranks.has('edition')) return 1;
	return ranks.has('result') ? 0 : 2;
};

/**
 * Every result URL in a provider's output, whatever its shape: each http(s) string once, in the
 * order it is found; editions with a watermark after those without, then thumbnails, covers,
 * previews, frames and intermediate images. Text that contains a URL is not a result, nor is an
 * echo of the request. Never throws; looks at most 64 levels deep, at 50,000 values, for 1,000 URLs.
 *
 * Source: docs/reference/piapi.md 2.1.
 */
export function collectUrls(output: unknown): string[] {
	const found = new Map<string, Set<Rank>>();
	const opened = new WeakSet<object>();
	const stack: Visit[] = [{ value: output, rank: 'result', depth: 0 }];
	for (let seen = 0; stack.length > 0 && seen < MAX_VALUES && found.size < MAX_URLS; seen++) {
		const visit = stack.pop() as Visit;
		if (typeof visit.value === 'object' && visit.value !== null && !opened.has(visit.value)) {
			opened.add(visit.value);
			for (const child of children(visit.value, visit).reverse()) stack.push(child);
		}
		const url = typeof visit.value === 'string' ? toHttpUrl(visit.value) : undefined;
		if (url) found.set(url, (found.get(url) ?? new Set()).add(visit.rank));
	}
	const placed = [...found].map(([url, ranks]) => ({ url, place: placeOf(ranks) }));
	return placed.sort((a, b) => a.place - b.place).map(({ url }) => url);
}
