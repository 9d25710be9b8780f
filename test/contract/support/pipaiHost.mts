import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { PipaiSandbox } from '../../../tools/sandbox/pipai/index.mts';
import { createHost } from '../harness/createHost.mts';
import { knownSecret } from './knownSecret.mts';

export type PipaiHost = Awaited<ReturnType<typeof openPipaiHost>>;

interface Options {
	parameters?: IDataObject;
	credential?: IDataObject;
}

const ATTEMPTS = 5;
const NAME = 'pipaiTrigger';

/** A workflow with a PipAI Trigger, and what n8n does when it is published and unpublished. */
export async function openPipaiHost(pipai: PipaiSandbox, options: Options = {}) {
	const { url: baseUrl, apiKey, apiSecret } = pipai;
	const host = await createHost({
		nodes: [{ type: NAME, parameters: { events: ['*'], ...options.parameters } }],
		credentials: { pipaiApi: { baseUrl, apiKey, apiSecret, ...options.credential } },
	});

	/** As n8n registers a trigger: up to five times, with a `delete` after each failure. */
	async function publish(attempts = ATTEMPTS): Promise<void> {
		try {
			if (!(await host.hook('checkExists'))) await host.hook('create');
		} catch (error) {
			await host.hook('delete').catch(() => false);
			if (attempts === 1) throw error;
			await publish(attempts - 1);
		}
	}

	return {
		...host,
		publish,
		unpublish: async () => await host.hook('delete'),
		/** Saves the trigger with other parameters and publishes it, as n8n since 2.40 does. */
		async republish(parameters: IDataObject) {
			await host.hook('delete');
			host.change([{ type: NAME, parameters: { events: ['*'], ...parameters } }]);
			await publish();
		},
		/** The same before n8n calls `delete`: what an n8n that died meanwhile finds. */
		change: (parameters: IDataObject) =>
			host.change([{ type: NAME, parameters: { events: ['*'], ...parameters } }]),
		kept: () =>
			(host.staticData[`node:${NAME}`] as { registration: { id: string; secret: string } })
				.registration,
		/** The secret that n8n knows. */
		secret: () => knownSecret({ ...host, name: NAME }),
		/** The webhooks with the trigger's URL. */
		own: () => pipai.webhooks().filter(({ url }) => url === host.webhookUrl()),
		/** The items of a run, once it has ended. */
		async itemsOf(index = 0) {
			const { error, items } = await host.settled(host.executions[index], 'success', 'error');
			if (error) throw error;
			return items.map(({ json }) => json);
		},
	};
}

interface Delivered {
	id?: string;
	type?: string;
	body?: string;
	secret: string;
	/** Unix ms. */
	at?: number;
	headers?: Record<string, string | undefined>;
}

/** A delivery as PipAI would make it (docs/reference/pipai.md 4). */
export function pipaiDelivery({
	id = 'evt_8c1f2a3b4d',
	type = 'strategy.deployed',
	...given
}: Delivered) {
	const { secret, at = Date.now(), headers = {} } = given;
	const body =
		given.body ?? JSON.stringify({ id, type, created_at: '2026-04-29T12:00:00.000Z', data: {} });
	const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
	const all = {
		'content-type': 'application/json',
		'X-PipAI-Event-Id': id,
		'X-PipAI-Event-Type': type,
		'X-PipAI-Webhook-Id': 'wh_2a4f10',
		'X-PipAI-Delivery-Id': 'dlv_1',
		'X-PipAI-Delivery-Attempt': '1',
		'X-PipAI-Timestamp': String(at),
		'X-PipAI-Signature': signature,
		...headers,
	};
	const sent = Object.entries(all).filter(
		(pair): pair is [string, string] => pair[1] !== undefined,
	);
	return { headers: sent, body };
}
