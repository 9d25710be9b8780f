import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { createSecureContext } from 'node:tls';
import fastify from 'fastify';
import { generate } from 'selfsigned';

export interface Manifest {
	name: string;
	version: string;
}

/**
 * An npm registry on loopback that holds one package. n8n takes another registry than its own only
 * with a licence, so this one is met behind a proxy, by whatever name it is asked for.
 *
 * @returns the proxy's URL, and the certificate (PEM) by which n8n and npm trust what is behind it
 */
export async function startRegistry(manifest: Manifest, tarball: string) {
	const bytes = readFileSync(tarball);
	const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
	const authority = await generate([{ name: 'commonName', value: 'Registry of a test' }], {
		algorithm: 'sha256',
		keyType: 'ec',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, critical: true },
		],
	});

	const https: ServerOptions = {
		SNICallback: (host, done) => {
			generate([{ name: 'commonName', value: host }], {
				algorithm: 'sha256',
				keyType: 'ec',
				ca: { key: authority.private, cert: authority.cert },
				extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
			}).then(({ private: key, cert }) => done(null, createSecureContext({ key, cert })), done);
		},
	};
	const app = fastify({ serverFactory: (handler) => createHttpsServer(https, handler) });
	const versionAt = (host: string) => ({
		...manifest,
		dist: { integrity, tarball: `https://${host}/${manifest.name}.tgz` },
	});
	app.get(`/${manifest.name}`, ({ host }) => ({
		name: manifest.name,
		'dist-tags': { latest: manifest.version },
		versions: { [manifest.version]: versionAt(host) },
	}));
	app.get(`/${manifest.name}/:version`, async ({ host, params }, reply) => {
		const { version } = params as { version: string };
		if (!['latest', manifest.version].includes(version)) return await reply.status(404).send();
		return versionAt(host);
	});
	app.get(`/${manifest.name}.tgz`, async (_request, reply) => {
		return await reply.type('application/octet-stream').send(bytes);
	});
	await app.listen({ port: 0, host: '127.0.0.1' });

	const proxy = createHttpServer((_request, response) => response.writeHead(403).end());
	proxy.on('connect', (_request, client) => {
		const behind = connect(portOf(app.server), '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			client.pipe(behind).pipe(client);
		});
		behind.on('error', () => client.destroy());
		client.on('error', () => behind.destroy());
	});
	await once(proxy.listen(0, '127.0.0.1'), 'listening');
	return {
		proxy: `http://127.0.0.1:${portOf(proxy)}`,
		certificate: authority.cert,
		async close() {
			proxy.closeAllConnections();
			proxy.close();
			app.server.closeAllConnections();
			await app.close();
		},
	};
}

function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}
