/** One HTTP request telling of an event, as bytes. */
export interface Delivery {
	method: string;
	/** The public URL the provider was given: behind a proxy not the socket's. */
	url: string;
	/** Whether the receiver told the URL with its query, and did not take the query from the request. */
	isKnownUrl?: boolean;
	/** As Node gives them: name, value, name, value… with duplicates kept. */
	rawHeaders: readonly string[];
	body: Buffer;
}

/** Every value of a header, in the order received; the name is compared without regard to case. */
export function headerValues(delivery: Pick<Delivery, 'rawHeaders'>, name: string): string[] {
	const { rawHeaders } = delivery;
	const wanted = name.toLowerCase();
	const values: string[] = [];
	for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
		const candidate = rawHeaders[i] ?? '';
		if (candidate.length === wanted.length && candidate.toLowerCase() === wanted) {
			values.push(rawHeaders[i + 1] ?? '');
		}
	}
	return values;
}
