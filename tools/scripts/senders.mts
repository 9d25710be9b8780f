import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SenderDefinition } from '../../dist/nodes/SignedWebhook/senderDefinition.js';
import { senders } from '../../dist/nodes/SignedWebhook/senders.js';

/** `npm run senders`: writes the table of docs/senders.md from the definitions; `--check` only compares. */
const FILE = join(import.meta.dirname, '../../docs/senders.md');

const HEAD = `# Senders

Made from the definitions by \`npm run senders\`. Choose the name as **Scheme** of the Signed Webhook Trigger and paste one secret; the notice below the choice says what goes where. To try a workflow without the sender: \`npm run sign -- <scheme> --url <URL> --secret <secret>\`. How each one signs, with sources: [how webhook senders sign](reference/senders.md).

- **proof**: what shows that a delivery is genuine. Where the body is not protected, whoever can alter a delivery on its way can alter what it says.
- **window**: whether a recorded delivery is refused when it is old.
- **event ID**: what tells events apart. *hash of the body*: the sender has none that is unique, and two equal bodies are one event.
- **set-up**: requests that the node answers itself, without a run.
- **list**: one item, and one claim, for each entry.

| sender | scheme | proof | body protected | window | event ID | set-up | list |
| --- | --- | --- | --- | --- | --- | --- | --- |
`;

const PROTECTED = /\{(?:body|bodySha256|sortedForm|fields:[^}]*)\}/;

function proofOf({ scheme }: SenderDefinition): string {
	switch (scheme?.kind) {
		case 'hmac':
			return scheme.algorithm.replace('sha', 'HMAC-SHA-');
		case 'publicKey':
			return typeof scheme.algorithm === 'string' ? scheme.algorithm : 'RSA';
		case 'jwt':
			return `JWT ${scheme.algorithms.join(', ')}`;
		case 'basicAuth':
			return 'user name and password';
		case 'sharedSecret':
			return `secret in \`${scheme.at}\``;
		default:
			return 'as the form says';
	}
}

function protects({ scheme }: SenderDefinition): string {
	if (scheme === undefined) return 'as the form says';
	if (scheme.kind === 'jwt') return scheme.digest ? 'yes' : 'no';
	return 'content' in scheme && PROTECTED.test(scheme.content) ? 'yes' : 'no';
}

function windowOf({ scheme }: SenderDefinition): string {
	if (scheme === undefined) return 'as the form says';
	if (scheme.kind === 'jwt') return scheme.mayLackTime ? 'no' : 'yes';
	return 'timestamp' in scheme && scheme.timestamp ? 'yes' : 'no';
}

function nameOf(place: SenderDefinition['id'][number]): string {
	if ('hash' in place) return '*hash of the body*';
	if ('joined' in place) return place.joined.map(nameOf).join(' + ');
	if ('header' in place) return `\`${place.header}\``;
	return 'query' in place ? `\`?${place.query}\`` : `\`${place.path}\``;
}

function idOf({ id, scheme, hasNoId }: SenderDefinition): string {
	if (scheme && 'id' in scheme && scheme.id) return `\`${scheme.id.headers[0] ?? ''}\` (signed)`;
	if (hasNoId) return 'none: every delivery runs';
	return id.length > 0 ? id.map(nameOf).join(', else ') : 'as the form says';
}

function row([name, sender]: [string, SenderDefinition]): string {
	const setUp = (sender.handshakes ?? []).map(({ method, proof }) =>
		typeof proof === 'string' && proof === 'none' ? method : `${method}, proven`,
	);
	const cells = [
		...[sender.name, `\`${name}\``, proofOf(sender), protects(sender), windowOf(sender)],
		...[idOf(sender), [...new Set(setUp)].join('; '), sender.list ? `\`${sender.list}\`` : ''],
	];
	return `| ${cells.join(' | ')} |`;
}

const all = Object.entries<SenderDefinition>(senders);
const text = `${HEAD}${all.map(row).join('\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
	console.error('docs/senders.md is not what the definitions say: npm run senders');
	process.exitCode = 1;
}
