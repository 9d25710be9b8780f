/** Beyond this a number is no time in seconds but in milliseconds: it would be the year 5138. */
const SECONDS_END = 1e11;

/** A time as senders write it (ISO, or a number of s or ms since 1970) as ISO; undefined for anything else. */
export function toIso(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const date = new Date(/^\d{1,13}$/.test(text) ? inMs(Number(text)) : isoOnly(text));
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function inMs(time: number): number {
	return time < SECONDS_END ? time * 1000 : time;
}

/** JavaScript reads a date out of nearly any text with a number in it. */
function isoOnly(text: string): string {
	return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : '';
}
