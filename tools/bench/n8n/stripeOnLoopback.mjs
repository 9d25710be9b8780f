import https from 'node:https';
import http from 'node:http';

/**
 * Loaded into n8n: its Stripe Trigger registers at a fixed address, and nothing of a bench may leave
 * this machine.
 */
const { hostname, port } = new URL(process.env.BENCH_STRIPE);
const request = https.request;

https.request = (options, ...more) => {
	const asked = options.hostname ?? options.host ?? '';
	if (asked !== 'api.stripe.com') return request(options, ...more);
	const { agent: _, agents: __, nativeProtocols: ___, ...kept } = options;
	return http.request({ ...kept, protocol: 'http:', host: hostname, hostname, port }, ...more);
};
