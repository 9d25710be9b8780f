import { rankKeys, type Rank } from './rankKeys';
import { toHttpUrl } from './toHttpUrl';

const MAX_DEPTH = 64;
const MAX_VALUES = 50_000;
const MAX_URLS = 1_000;

/** How many characters of JSON inside of texts are parsed in all. */
const MAX_JSON_TEXT = 4_000_000;

/** What was asked for, echoed: a URL in it is an input. */
const ECHO =
	/^(?:input|config|endpoint|task_request|task_param|(?:.*_)?prompt|(?:webhook|callback)(?:_.*)?)$/;

interface Visit {
	value: unknown;
	rank: Rank;
	depth: number;
}

/** From best to worst; what lies below a key is never better than the key. */
const RANK_ORDER: Rank[] = ['clean', 'result', 'edition', 'beside'];

const below = (parent: Rank, own: Rank): Rank => {
	if (parent === 'result') return own;
	return own === 'result' || RANK_ORDER.indexOf(own) < RANK_ORDER.indexOf(parent) ? parent : own;
};

/** What a text holds that is JSON itself, as some providers send their results. */
const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const children = (value: object, { rank, depth }: Visit, editions?: RegExp): Visit[] => {
	if (depth >= MAX_DEPTH || ArrayBuffer.isView(value)) return [];
	if (Array.isArray(value)) {
		return value.slice(0, MAX_VALUES).map((entry) => ({ value: entry, rank, depth: depth + 1 }));
	}
	const ranks = rankKeys(value, editions);
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
const urlPriority = (ranks: Set<Rank>): number => {
	if (ranks.has('clean')) return 0;
	if (ranks.has('edition')) return 1;
	return ranks.has('result') ? 0 : 2;
};

/**
 * Every result URL in a provider's output, whatever its shape: each http(s) string once, in the
 * order it is found; editions with a watermark after those without, then thumbnails, covers,
 * previews, frames and intermediate images. A text that is JSON is looked into. Other text that
 * contains a URL is not a result, nor is an echo of the request. Never throws; looks at most 64
 * levels deep, at 50,000 values, for 1,000 URLs.
 *
 * @param editions names of a provider's second editions, in snake case: they come after the first
 *
 * Source: docs/reference/piapi.md 2.1.
 */
export function collectUrls(output: unknown, editions?: RegExp): string[] {
	const found = new Map<string, Set<Rank>>();
	const opened = new WeakSet<object>();
	const stack: Visit[] = [{ value: output, rank: 'result', depth: 0 }];
	let jsonLeft = MAX_JSON_TEXT;
	for (let seen = 0; stack.length > 0 && seen < MAX_VALUES && found.size < MAX_URLS; seen++) {
		const visit = stack.pop() as Visit;
		if (typeof visit.value === 'object' && visit.value !== null && !opened.has(visit.value)) {
			opened.add(visit.value);
			for (const child of children(visit.value, visit, editions).reverse()) stack.push(child);
		}
		if (typeof visit.value !== 'string') continue;
		const url = toHttpUrl(visit.value);
		if (url) found.set(url, (found.get(url) ?? new Set()).add(visit.rank));
		else if (/^\s*[[{]/.test(visit.value) && visit.value.length <= jsonLeft) {
			jsonLeft -= visit.value.length;
			stack.push({ ...visit, value: parsed(visit.value), depth: visit.depth + 1 });
		}
	}
	const ranked = [...found].map(([url, ranks]) => ({ url, priority: urlPriority(ranks) }));
	return ranked.sort((a, b) => a.priority - b.priority).map(({ url }) => url);
}
