import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Order } from './signer.mts';
import { signers } from './signers.mts';

const USAGE = `npm run sign -- <sender> --url <webhook URL> --secret <secret> [--username <name>] [--key <file>]

Sends three deliveries as the sender would make them and prints the answers: a genuine one, one whose
body was changed on its way, and one that is a day old. For senders that sign with a key pair --key names
a file with the private key (PEM); where it does not exist, one is made and the public key is printed,
for Public Key of the credential.

Senders: ${Object.keys(signers).sort().join(', ')}`;

type Kind = keyof Order['keys'];

/** Senders that sign with a key pair, and of which kind it is. */
const KEY_PAIRS: Record<string, Kind> = {
	discord: 'ed25519',
	discordEvents: 'ed25519',
	fal: 'ed25519',
	sendGrid: 'ec',
	awsSns: 'rsa',
	payPal: 'rsa',
	googlePubSub: 'rsa',
};

const make = {
	ed25519: () => generateKeyPairSync('ed25519'),
	ec: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
	rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

/** The private key in a file, which is made where it does not exist. */
function keyIn(file: string, kind: Kind) {
	if (!existsSync(file)) {
		const { privateKey } = make[kind]();
		writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
		const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
		console.log(
			`Made ${file}. Paste into Public Key of the credential, then run this again:\n${String(pem)}`,
		);
	}
	return createPrivateKey(readFileSync(file, 'utf8'));
}

/** Sends one delivery and prints how it was answered. */
async function send(what: string, name: string, order: Order, change = (body: string) => body) {
	const signer = signers[name];
	if (!signer) return;
	const { headers, body, url = order.url } = signer(order);
	const isTyped = headers.some(([key]) => key.toLowerCase() === 'content-type');
	const answer = await fetch(url, {
		method: 'POST',
		headers: isTyped ? headers : [['Content-Type', 'application/json'], ...headers],
		body: change(body),
	});
	console.log(`${what}: ${answer.status} ${await answer.text()}`);
}

async function main() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			url: { type: 'string' },
			secret: { type: 'string', default: '' },
			username: { type: 'string', default: 'user' },
			key: { type: 'string', default: 'sender.pem' },
		},
	});
	const [name = ''] = positionals;
	if (!Object.hasOwn(signers, name) || !values.url) {
		console.error(USAGE);
		process.exitCode = 1;
		return;
	}
	const kind = KEY_PAIRS[name];
	const own = kind && keyIn(values.key, kind);
	const unused = make.ed25519().privateKey;
	const keys = { ed25519: own ?? unused, ec: own ?? unused, rsa: own ?? unused };
	const { url, secret, username } = values;
	const order = { url, secret, username, keys, at: Date.now(), id: randomUUID() };
	await send('genuine ', name, order);
	await send('tampered', name, { ...order, id: randomUUID() }, (body) => `${body} `);
	await send('stale   ', name, { ...order, id: randomUUID(), at: order.at - 86_400_000 });
}

await main();
