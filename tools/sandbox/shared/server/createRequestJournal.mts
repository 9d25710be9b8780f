export interface RequestEntry {
	/** Unix milliseconds of arrival. */
	at: number;
	method: string;
	path: string;
	query: string;
	headers: Record<string, string | string[] | undefined>;
	/** As text, cut after 64 KB; `bodyBytes` is its whole length. */
	body: string;
	bodyBytes: number;
	/** null until answered, and when the connection was cut. */
	status: number | null;
}

export interface RequestFilter {
	method?: string;
	/** Part of the path. */
	path?: string;
	status?: number;
}

export interface RequestJournal {
	add(entry: RequestEntry): void;
	list(filter?: RequestFilter): RequestEntry[];
	clear(): void;
}

const MOST = 20_000;

/** Every request a provider received, oldest first, bounded in number. */
export function createRequestJournal(): RequestJournal {
	let entries: RequestEntry[] = [];
	return {
		add(entry) {
			entries.push(entry);
			if (entries.length > MOST) entries = entries.slice(-MOST / 2);
		},
		list: ({ method, path = '', status } = {}) =>
			entries.filter(
				(entry) =>
					entry.path.includes(path) &&
					(method === undefined || entry.method === method.toUpperCase()) &&
					(status === undefined || entry.status === status),
			),
		clear() {
			entries = [];
		},
	};
}
