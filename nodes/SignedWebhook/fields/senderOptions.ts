import type { INodeProperties } from 'n8n-workflow';
import type { SenderDefinition } from '../senderDefinition';
import { senders } from '../senders';

const all: Array<[string, SenderDefinition]> = Object.entries(senders);

function isTimed({ scheme }: SenderDefinition): boolean {
	if (scheme === undefined) return true;
	return 'timestamp' in scheme ? scheme.timestamp !== undefined : scheme.kind === 'jwt';
}

const UNTIMED = all.filter(([, sender]) => !isTimed(sender)).map(([name]) => name);

/** Some senders say nowhere when they signed. */
export const WHERE_TIME_IS_SENT = { hide: { '/scheme': ['secretHeader', ...UNTIMED] } };

const SIGNS_URL = all
	.filter(
		([, { scheme }]) => scheme && 'content' in scheme && /\{(?:url|path)\}/.test(scheme.content),
	)
	.map(([name]) => name);

/** Options that only some senders need. */
export const senderOptions: INodeProperties[] = [
	{
		displayName: 'Split Events',
		name: 'splitEvents',
		type: 'string',
		default: '',
		placeholder: 'e.g. events',
		description:
			'Path of a list with one event per entry: each becomes an item of its own, and is deduplicated on its own. <code>body</code> where the body itself is the list. Paths of event ID and type are then those of an entry.',
	},
	{
		displayName: 'URL as Registered',
		name: 'registeredUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/webhook/1234/webhook?source=crm',
		description:
			'The URL exactly as the sender has it, where it signs the URL and has another one: behind a tunnel, with a port, with a query, or decoded',
		displayOptions: {
			show: {
				'/scheme': [...SIGNS_URL, 'custom', 'publicKey', 'messageSignature', 'jwt', 'googlePubSub'],
			},
		},
	},
];
