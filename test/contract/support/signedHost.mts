import type { IDataObject } from 'n8n-workflow';
import { createHost } from '../harness/createHost.mts';
import { postBytes } from './postBytes.mts';
import type { Headers, Message, SignedSender } from './signedSenders.mts';

export type SignedHost = Awaited<ReturnType<typeof openHost>>;

/** What a test may have a sender do otherwise than it would. */
export interface Otherwise extends Partial<Message> {
	contentType?: string;
	/** Changes the headers after signing. */
	headers?: (headers: Headers) => Headers;
	/** The body that is delivered, when it is not the one that was signed. */
	delivered?: Buffer;
}

/** The store of shared claims, and a workflow that other processes have too. */
export interface Shared {
	workflowId?: string;
	store?: { url: string; token: string };
	/** The store stands in a credential of its own, as 0.1.0 had it; default: in the sender's. */
	ownCredential?: boolean;
}

/** A Signed Webhook Trigger that is set up for a sender, and the sender. */
export async function openHost(
	{ parameters, credential, sign, body: make }: SignedSender,
	more: IDataObject = {},
	otherCredential: Record<string, string> = {},
	{ workflowId, store, ownCredential }: Shared = {},
) {
	const credentials = {
		signedWebhookApi: {
			...credential,
			...otherCredential,
			...(store &&
				!ownCredential && { sharedClaimsUrl: store.url, sharedClaimsToken: store.token }),
		},
		...(store && ownCredential && { sharedClaimsApi: store }),
	};
	const names = Object.keys(credentials);
	const host = await createHost({
		workflowId,
		nodes: [
			{ type: 'signedWebhookTrigger', parameters: { ...parameters, ...more }, credentials: names },
		],
		credentials,
	});

	async function deliver({ contentType, headers, delivered, ...message }: Otherwise = {}) {
		const { id = 'evt-1', type = 'job.completed' } = message;
		const body = message.body ?? Buffer.from(JSON.stringify(make(id, type)));
		const url = message.url ?? host.webhookUrl();
		const at = message.at ?? Date.now();
		const signed = await sign({ id, type, at, ...message, url, body });
		const all: Headers = [['Content-Type', contentType ?? 'application/json'], ...signed];
		return await postBytes(host.webhookUrl(), headers?.(all) ?? all, delivered ?? body);
	}

	/** The items of a run, once it has ended. */
	async function itemsOf(index = 0) {
		const { error, items } = await host.settled(host.executions[index], 'success', 'error');
		if (error) throw error;
		return items;
	}

	return { ...host, deliver, itemsOf };
}

/** The headers with the values of one changed: each may become none, one or several. */
export function withHeader(name: string, change: (value: string) => string[]) {
	return (headers: Headers): Headers =>
		headers.flatMap(([key, value]) =>
			key.toLowerCase() === name.toLowerCase()
				? change(value).map((one): [string, string] => [key, one])
				: [[key, value] as [string, string]],
		);
}

export const ACCEPTED = { status: 200, answer: { status: 'accepted' } };
export const DUPLICATE = { status: 200, answer: { status: 'duplicate' } };
export const IGNORED = { status: 200, answer: { status: 'ignored' } };
