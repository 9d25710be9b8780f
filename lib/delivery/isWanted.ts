/** Does one of the patterns ask for this type? `*` stands for any text: `*` is all, `strategy.*` a family. */
export function isWanted(patterns: readonly string[], type: string): boolean {
	return patterns.some((pattern) => matches(pattern, type));
}

/** In linear time: each piece between two stars is taken where it first comes. */
function matches(pattern: string, type: string): boolean {
	const [head = '', ...pieces] = pattern.split('*');
	const tail = pieces.pop();
	if (tail === undefined) return pattern === type;
	if (!type.startsWith(head)) return false;
	let at = head.length;
	for (const piece of pieces) {
		const found = type.indexOf(piece, at);
		if (found < 0) return false;
		at = found + piece.length;
	}
	return type.length - tail.length >= at && type.endsWith(tail);
}
