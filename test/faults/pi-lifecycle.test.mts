import { describe, expect, it } from '@jest/globals';
import { startPi, type PiSandbox } from '../../tools/sandbox/pi/index.mts';
import { openPiHost, type PiHost } from '../contract/support/piHost.mts';
import { knownSecret } from '../contract/support/knownSecret.mts';

type Change = (host: PiHost, pi: PiSandbox) => void;
const KEY = 'node:piTrigger';
const SOMEBODY = 'https://somebody.example/hook';

/** What can be at the provider when a workflow is published again. */
const remotes: Record<string, Change> = {
	'as it was left': () => {},
	'switched off': (host, pi) => pi.switchWebhook({ id: host.active()[0].id, isActive: false }),
	'taken out': (host, pi) => pi.dropWebhook({ id: host.active()[0].id }),
	'with a second entry of another secret': (host, pi) =>
		void pi.addWebhook({ url: host.webhookUrl() }),
	'with a second entry that is off': (host, pi) =>
		void pi.addWebhook({ url: host.webhookUrl(), isActive: false }),
	'with five more entries': (host, pi) => {
		for (let i = 0; i < 5; i++) pi.addWebhook({ url: host.webhookUrl() });
	},
};

/** What n8n can have kept of the time before. */
const memories: Record<string, Change> = {
	everything: () => {},
	nothing: ({ staticData }) => void delete staticData[KEY],
	'no secret': ({ staticData }) =>
		Object.assign((staticData[KEY] as { registration: object }).registration, { secret: '' }),
	'another id': ({ staticData }) =>
		Object.assign((staticData[KEY] as { registration: object }).registration, {
			id: '00000000-0000-4000-8000-000000000000',
		}),
	nonsense: ({ staticData }) => Object.assign(staticData, { [KEY]: { registration: 'x' } }),
};

/** What can go wrong, once with each kind of call. */
const troubles = {
	none: undefined,
	'401': { kind: 'status', status: 401 },
	'403': { kind: 'status', status: 403 },
	'404': { kind: 'status', status: 404 },
	'429': { kind: 'status', status: 429, retryAfter: 0 },
	'500': { kind: 'status', status: 500 },
	'HTML in place of JSON': { kind: 'html', status: 200 },
	'an empty answer': { kind: 'empty' },
	'a cut connection': { kind: 'refuse' },
	'an answer that is lost after the work was done': { kind: 'refuse', processed: true },
} as const;

/** Publishes, lets things happen, publishes again, unpublishes; answers what was wrong on the way. */
async function live(remote: string, memory: string, trouble: keyof typeof troubles) {
	const pi = await startPi({ timeScale: 0.001 });
	const host = await openPiHost(pi);
	const other = pi.addWebhook({ url: SOMEBODY });
	const wrong: string[] = [];
	const claim = (what: string, holds: boolean) => {
		if (!holds) wrong.push(`n8n knows ${memory}, trouble ${trouble}: ${what}`);
	};
	try {
		await host.publish();
		remotes[remote](host, pi);
		memories[memory](host, pi);
		const fault = troubles[trouble];
		for (const method of fault ? ['GET', 'POST', 'PATCH'] : [])
			pi.fault({ on: 'endpoint', method, path: '/webhooks', ...fault, times: 1 } as never);

		await host.publish();
		const kept = (host.staticData[KEY] as unknown as { registration: { id: string } }).registration;
		const [entry, ...more] = host.active();
		claim('one active entry', entry !== undefined && more.length === 0);
		claim(
			'n8n knows it',
			entry?.id === kept.id && entry?.secret === knownSecret({ ...host, name: 'piTrigger' }),
		);

		pi.clearFaults();
		await host.unpublish();
		claim('none is left active', host.active().length === 0);
		const [untouched] = pi.webhooks();
		claim("somebody else's is untouched", JSON.stringify(untouched) === JSON.stringify(other));
	} catch (error) {
		claim(String(error), false);
	} finally {
		await host.close();
		await pi.close();
	}
	return wrong;
}

describe('a Pi Trigger that is published again', () => {
	it.each(Object.keys(remotes))(
		'finds the registry %s: one active entry whose secret is known, later none, nobody else touched',
		async (remote) => {
			const lives = Object.keys(memories).flatMap((memory) =>
				Object.keys(troubles).map(
					async (trouble) => await live(remote, memory, trouble as keyof typeof troubles),
				),
			);
			expect((await Promise.all(lives)).flat()).toEqual([]);
		},
	);
});
