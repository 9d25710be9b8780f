/** Keeps at most so many entries: the oldest go. */
export function bound<Key>(kept: Map<Key, unknown> | Set<Key>, most: number): void {
	for (const oldest of kept.keys()) {
		if (kept.size <= most) return;
		kept.delete(oldest);
	}
}

/** Puts an entry last, so that the first is the one unused for longest, and keeps at most so many. */
export function putLast<Key, Value>(
	kept: Map<Key, Value>,
	key: Key,
	value: Value,
	most: number,
): void {
	kept.delete(key);
	kept.set(key, value);
	bound(kept, most);
}
