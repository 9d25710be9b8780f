/** A JSON body of about so many KB, of the kind that webhooks have: names, URLs, times, numbers. */
export function jsonOf(kilobytes: number, head: object): Buffer {
	const entries: object[] = [];
	const body = { ...head, data: { entries } };
	const bytes = () => Buffer.from(JSON.stringify(body));
	const size = JSON.stringify(entryOf(0)).length + 1;
	const count = Math.floor((kilobytes * 1024 - bytes().length) / size);
	for (let i = 0; i < count; i++) entries.push(entryOf(i));
	return bytes();
}

function entryOf(i: number): object {
	return {
		id: `entry_${String(i).padStart(6, '0')}`,
		url: `https://cdn.example/results/${String(i).padStart(6, '0')}/video.mp4`,
		prompt: 'a lighthouse at dusk, für Zoë, wide angle',
		width: 1280,
		seconds: 5.25,
		isPublic: i % 2 === 0,
		at: '2026-01-02T11:04:05.678Z',
	};
}
