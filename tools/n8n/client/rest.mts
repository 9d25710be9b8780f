/** A request that n8n answered with an error. */
export class RestError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** Speaks to n8n's own API, the one its editor uses, as one signed-in browser. */
export class Rest {
	#cookie = '';

	constructor(readonly url: string) {}

	/** The raw answer; its cookie is kept. */
	async fetch(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				cookie: this.#cookie,
				// n8n binds the cookie to the browser that signed in (docs/reference/n8n.md 9).
				'browser-id': 'pihooks',
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const cookie = response.headers.getSetCookie().find((each) => each.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.replace(/;.*/s, '');
		return response;
	}

	/**
	 * The `data` of the answer.
	 * @throws RestError with n8n's own message
	 */
	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.fetch(method, path, body);
		const text = await response.text();
		const json = text.startsWith('{') ? (JSON.parse(text) as { data?: T; message?: string }) : {};
		if (response.ok) return json.data as T;
		const why = json.message ?? (text.slice(0, 200) || response.statusText);
		throw new RestError(response.status, `n8n: ${method} ${path}: ${response.status} ${why}`);
	}
}
