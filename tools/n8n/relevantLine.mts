const NOISE = /^\s*at |Python task runner|deprecat|^\s*- N8N_|^\s*$/;
const TROUBLE = /error|fail|cannot|could not|in use|denied|not supported|unknown|missing/i;

/** The line of n8n's log that most likely says why it ended. */
export function relevantLine(log: string): string {
	const lines = log.split('\n').filter((line) => !NOISE.test(line));
	return (
		lines.findLast((line) => TROUBLE.test(line)) ??
		lines.at(-1) ??
		'it wrote nothing'
	).trim();
}
