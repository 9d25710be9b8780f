import type { Step } from '../../../test/e2e/support/workflows.mts';
import { BENCH } from '../n8n/installNodes.mts';
import type { Opened } from '../n8n/openN8n.mts';
import {
	githubEvent,
	githubSignature,
	SECRET,
	stripeEvent,
	stripeSignature,
	type Sender,
} from '../senders.mts';
import { routeOf, type Route } from './route.mts';

/** The last node of all of them. */
export const FINISH: Step = { name: 'Finish', type: `${BENCH}.finish` };

const named = (value: string) => ({ __rl: true, mode: 'name', value });

/** Publishes one of our triggers; `change` is made to what its sender would have. */
export async function openOurs(
	{ client, publish }: Opened,
	sender: Sender,
	change: Partial<Pick<Step, 'type' | 'parameters'>> = {},
): Promise<Route> {
	const { name, type, parameters, credential } = sender;
	const stored = await client.credentials.create(credential.type, credential.data, name);
	const published = await publish([
		{ name, type, parameters, credentials: [stored], ...change },
		FINISH,
	]);
	return routeOf(published, sender, sender.registered?.(published.url) ?? SECRET);
}

/** A trigger that does the least: `bareTrigger` starts a run, `answeringTrigger` none. */
export async function openBare({ publish }: Opened, type = 'bareTrigger'): Promise<Route> {
	const published = await publish([{ name: type, type: `${BENCH}.${type}` }, FINISH]);
	return routeOf(published, { name: type, event: stripeEvent, sign: () => ({}) }, '');
}

/** n8n's own triggers that verify, for senders that our Signed Webhook Trigger knows, too. */
export async function openPeers({ client, publish, senders }: Opened): Promise<Route[]> {
	const open = async (step: Step, sender: Pick<Sender, 'event' | 'sign'>) => {
		const published = await publish([step, FINISH]);
		const secret = senders.secretOf(published.url);
		return routeOf(published, { ...sender, name: `n8n's ${step.name}` }, secret);
	};
	const key = await client.credentials.create('stripeApi', { secretKey: 'sk_bench' });
	const github = { server: senders.url, user: 'owner', accessToken: 'token' };
	const token = await client.credentials.create('githubApi', github);
	return [
		await open(
			{
				...{ name: 'Stripe Trigger', type: 'n8n-nodes-base.stripeTrigger' },
				...{ credentials: [key], parameters: { events: ['*'] } },
			},
			{ event: stripeEvent, sign: stripeSignature },
		),
		await open(
			{
				...{ name: 'GitHub Trigger', type: 'n8n-nodes-base.githubTrigger', credentials: [token] },
				parameters: {
					...{ owner: named('owner'), repository: named('repository') },
					...{ events: ['*'], options: {} },
				},
			},
			{ event: githubEvent, sign: githubSignature },
		),
	];
}
