import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../tools/sandbox/index.mts';
import type { OpenTrigger } from '../harness/openTrigger.mts';
import type { Execution } from '../harness/executions.mts';
import { openPiHost } from './piHost.mts';
import { openPipaiHost } from './pipaiHost.mts';
import { openPipevestHost } from './pipevestHost.mts';

export type Watched = 'pi' | 'pipai' | 'pipevest';

/** What the tests of the watch need of a provider and its trigger. */
export interface WatchedTrigger {
	publish(): Promise<void>;
	unpublish(): Promise<unknown>;
	trigger(activation?: 'activate' | 'init'): Promise<OpenTrigger>;
	executions: Execution[];
	/** What n8n stores of the registration. */
	stored(): IDataObject;
	/** Something happens at the provider that the trigger wants to know. */
	happen(): void;
	/** How many entries deliver to the trigger's URL. */
	delivering(): number;
	/** What can happen to the registration at the provider, by the words of `decide`. */
	losses: Partial<Record<string, () => void>>;
	/** How often the provider was called, by method or at all. */
	calls(method?: string): number;
	/** What goes wrong with calls to the registry. */
	fault(fault: object): void;
	clearFaults(): void;
	close(): Promise<void>;
}

export async function openWatched(
	provider: Watched,
	sandbox: Sandbox,
	checkRegistration: number | undefined,
): Promise<WatchedTrigger> {
	const options = checkRegistration === undefined ? {} : { checkRegistration };
	const common = {
		calls: (method?: string) => sandbox[provider].countRequests({ ...(method && { method }) }),
		fault: (fault: object) =>
			void sandbox[provider].fault({ on: 'endpoint', path: 'webhooks', ...fault } as never),
		clearFaults: () => void sandbox[provider].clearFaults(),
	};
	if (provider === 'pi') return { ...(await openPi(sandbox, options)), ...common };
	if (provider === 'pipai') return { ...(await openPipai(sandbox, options)), ...common };
	return { ...(await openPipevest(sandbox, options)), ...common };
}

const storedOf = ({ staticData }: { staticData: IDataObject }, name: string) =>
	(staticData[`node:${name}`] as { registration: IDataObject }).registration;

async function openPi({ pi }: Sandbox, options: IDataObject) {
	const host = await openPiHost(pi, { parameters: { options } });
	const own = () => host.active()[0] ?? { id: '' };
	return {
		...host,
		stored: () => storedOf(host, 'piTrigger'),
		happen: () => void pi.finish({ id: pi.start() }),
		delivering: () => host.active().length,
		losses: {
			gone: () => pi.dropWebhook(own()),
			off: () => pi.switchWebhook({ id: own().id, isActive: false }),
			unknownSecret: () => void (storedOf(host, 'piTrigger').secret = ' '),
			second: () => void pi.addWebhook({ url: host.webhookUrl() }),
		},
	};
}

async function openPipai({ pipai }: Sandbox, options: IDataObject) {
	const host = await openPipaiHost(pipai, { parameters: { options } });
	const change = (changes: object) =>
		void pipai.changeWebhook({ id: host.own()[0]?.id ?? '', ...changes });
	return {
		...host,
		stored: () => storedOf(host, 'pipaiTrigger'),
		happen: () => void pipai.emit({ type: 'strategy.deployed' }),
		delivering: () => host.own().filter(({ status }) => status === 'active').length,
		losses: {
			gone: () => void pipai.removeWebhook({ id: host.own()[0]?.id ?? '' }),
			broken: () => change({ status: 'broken' }),
			otherUrl: () => change({ url: 'https://elsewhere.example/hook' }),
			otherSubscription: () => change({ events: ['account.*'] }),
			unknownSecret: () => void (storedOf(host, 'pipaiTrigger').secret = ' '),
			paused: () => change({ status: 'paused' }),
		},
	};
}

async function openPipevest({ pipevest }: Sandbox, options: IDataObject) {
	pipevest.configure({ announces: false });
	const host = await openPipevestHost(pipevest, 'pipevestTrigger', {
		// Allowed to take another's place when it is published; the watch does not.
		parameters: { events: ['*'], options: { ...options, replaceExistingWebhook: true } },
	});
	const ours = () => ({ url: host.webhookUrl(), subscriptions: ['ALL'] });
	return {
		...host,
		stored: () => storedOf(host, 'pipevestTrigger'),
		happen: () => void pipevest.sendEvent({ event: 'ACCOUNT.CREATED' }),
		delivering: () => {
			const { url, status, subscriptions = [] } = pipevest.webhook() ?? {};
			const isOn = status === 'ACTIVE' && subscriptions.includes('ALL');
			return url === host.webhookUrl() && isOn ? 1 : 0;
		},
		losses: {
			gone: () => pipevest.setWebhook(null),
			off: () => pipevest.setWebhook({ ...ours(), status: 'DEACTIVED' }),
			otherSubscription: () => pipevest.setWebhook({ ...ours(), subscriptions: ['AUTH'] }),
			unknownSecret: () => void (storedOf(host, 'pipevestTrigger').secret = ' '),
			taken: () => pipevest.setWebhook({ url: 'https://theirs.example/hook' }),
		},
	};
}
