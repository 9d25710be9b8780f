/** Writes counts below a title, past jest, which would put the place in the code around each line. */
export function printTable(title: string, counts: Record<string, number>): void {
	const lines = Object.entries(counts).map(
		([what, count]) => `${String(count).padStart(8)}  ${what}`,
	);
	process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

/** How often each of these occurs, in alphabetical order. */
export function tally(items: string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of [...items].sort()) counts[item] = (counts[item] ?? 0) + 1;
	return counts;
}
