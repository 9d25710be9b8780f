import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The registries of Stripe and GitHub on loopback, as far as n8n's own triggers ask for them. */
export interface Senders {
	url: string;
	/** The secret under which a URL is registered. */
	secretOf(url: string): string;
	close(): Promise<void>;
}

const STRIPE_SECRET = 'whsec_k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dR';

export async function startSenders(): Promise<Senders> {
	const secrets = new Map<string, string>();

	function register(body: string): object {
		// Stripe is sent a form, GitHub JSON.
		if (!body.startsWith('{')) {
			secrets.set(new URLSearchParams(body).get('url') ?? '', STRIPE_SECRET);
			return { id: 'we_1', secret: STRIPE_SECRET, status: 'enabled', enabled_events: ['*'] };
		}
		const { config, events } = JSON.parse(body) as {
			config: { url: string; secret: string };
			events: string[];
		};
		secrets.set(config.url, config.secret);
		return { id: 1, active: true, events };
	}

	async function serve(request: IncomingMessage, response: ServerResponse) {
		const answer = request.method === 'POST' ? register(await text(request)) : {};
		response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
	}

	const server = createServer((request, response) => void serve(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		secretOf(url) {
			const secret = secrets.get(url);
			if (secret === undefined) throw new Error(`Nobody has registered ${url}`);
			return secret;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
