import type { IDataObject } from 'n8n-workflow';
import type { CommonControls } from '../../../tools/sandbox/shared/control/commonControls.mts';
import { startPi } from '../../../tools/sandbox/pi/index.mts';
import { startPipai } from '../../../tools/sandbox/pipai/index.mts';
import { startPipevest } from '../../../tools/sandbox/pipevest/index.mts';
import { knownSecret } from '../../contract/support/knownSecret.mts';
import { openPiHost } from '../../contract/support/piHost.mts';
import { openPipaiHost } from '../../contract/support/pipaiHost.mts';
import { openPipevestHost } from '../../contract/support/pipevestHost.mts';

/** A call that a registration makes. */
export interface Call {
	method: string;
	path: string;
	/** Made only when the workflow was published before. */
	again?: boolean;
}

/** A trigger and the provider where it is registered. */
export interface Scene {
	controls: Pick<CommonControls, 'fault' | 'clearFaults'>;
	publish(): Promise<void>;
	unpublish(): Promise<unknown>;
	hurry(calls: (request: { method?: string; url: string }) => boolean): void;
	/** How many entries deliver to the trigger. */
	delivering(): number;
	/** Whether what n8n keeps is what verifies them. */
	isKnown(): boolean;
	/** What belongs to somebody else, as it is now. */
	others(): unknown;
	close(): Promise<unknown>;
}

export interface RegistryUnderTest {
	name: string;
	calls: Record<string, Call>;
	/** The provider's own body of a refusal. */
	refusal(status: number): IDataObject;
	/** Answers of a call that are no failure: what should go is gone, or nothing was there. */
	forgives(call: string, trouble: string): boolean;
	open(): Promise<Scene>;
}

/** What n8n knows of the trigger's registration. */
function known(host: { workflowId: string; staticData: IDataObject }, name: string) {
	const kept = host.staticData[`node:${name}`] as { registration?: { id: string } } | undefined;
	return { id: kept?.registration?.id, secret: knownSecret({ ...host, name }) };
}

const CODES: Readonly<Record<number, string>> = {
	401: 'INVALID_SIGNATURE',
	403: 'INSUFFICIENT_PERMISSION',
	404: 'NOT_FOUND',
	409: 'DUPLICATE_URL',
	429: 'RATE_LIMITED',
	500: 'INTERNAL_ERROR',
};

export const registries: RegistryUnderTest[] = [
	{
		name: 'Pi',
		calls: {
			list: { method: 'GET', path: '/webhooks' },
			create: { method: 'POST', path: '/webhooks' },
			switch: { method: 'PATCH', path: '/webhooks', again: true },
		},
		refusal: (status) => ({
			error: { type: 'x', code: `e_${status}`, message: 'said so', request_id: 'req_pi_7' },
		}),
		forgives: (call, trouble) => call === 'switch' && trouble === '404',
		async open() {
			const pi = await startPi({ timeScale: 0.001 });
			const host = await openPiHost(pi);
			const other = pi.addWebhook({ url: 'https://somebody.example/hook' });
			return {
				...host,
				controls: pi,
				publish: async () => await host.publish(undefined, 1),
				delivering: () => host.active().length,
				isKnown: () => {
					const { id, secret } = known(host, 'piTrigger');
					return host.active().some((entry) => entry.id === id && entry.secret === secret);
				},
				others: () => pi.webhooks().filter(({ id }) => id === other.id),
				close: async () => await Promise.all([host.close(), pi.close()]),
			};
		},
	},
	{
		name: 'PipAI',
		calls: {
			list: { method: 'GET', path: '/webhooks' },
			create: { method: 'POST', path: '/webhooks' },
			delete: { method: 'DELETE', path: '/webhooks' },
		},
		refusal: (status) => ({ code: CODES[status], message: 'said so' }),
		forgives: (call, trouble) => call === 'delete' && trouble === '404',
		async open() {
			const pipai = await startPipai({ timeScale: 0.001 });
			pipai.addWebhooks({ count: 3 });
			const host = await openPipaiHost(pipai);
			return {
				...host,
				controls: pipai,
				publish: async () => await host.publish(1),
				delivering: () => host.own().length,
				isKnown: () => {
					const { id, secret } = known(host, 'pipaiTrigger');
					return host.own().some((entry) => entry.id === id && entry.secret === secret);
				},
				others: () => pipai.webhooks().filter(({ url }) => url !== host.webhookUrl()),
				close: async () => await Promise.all([host.close(), pipai.close()]),
			};
		},
	},
	{
		name: 'Pipevest',
		calls: {
			token: { method: 'POST', path: '/oauth/token' },
			look: { method: 'GET', path: '/webhooks' },
			create: { method: 'POST', path: '/v1/webhooks' },
			change: { method: 'PUT', path: '/webhooks', again: true },
			key: { method: 'GET', path: '/webhooks/key' },
		},
		refusal: (status) => ({ message: 'said so', code: status }),
		forgives: (call, trouble) => call === 'look' && trouble === '404',
		async open() {
			const pipevest = await startPipevest({ timeScale: 0.001 });
			pipevest.configure({ announces: false });
			const host = await openPipevestHost(pipevest, 'pipevestTrigger');
			const own = () => {
				const webhook = pipevest.webhook();
				const listens = webhook?.subscriptions.some((name) => !name.startsWith('WEBHOOK'));
				return (
					webhook?.url === host.webhookUrl() && webhook.status === 'ACTIVE' && listens === true
				);
			};
			return {
				...host,
				controls: pipevest,
				// A token that is still good is not asked for.
				publish: async () => {
					host.stored.accessToken = '';
					await host.publish();
				},
				unpublish: async () => {
					host.stored.accessToken = '';
					return await host.unpublish();
				},
				delivering: () => Number(own()),
				isKnown: () => known(host, 'pipevestTrigger').secret?.startsWith('ssh-ed25519 ') === true,
				others: () => undefined,
				close: async () => await Promise.all([host.close(), pipevest.close()]),
			};
		},
	},
];
