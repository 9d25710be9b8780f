import { describe, expect, it } from '@jest/globals';
import type { EndpointFault } from '../../tools/sandbox/shared/faults.mts';
import { registries, type Call, type RegistryUnderTest } from './support/registries.mts';

interface Trouble {
	fault(registry: RegistryUnderTest): object;
	/** What the user reads: the cause, and what to do. */
	says: RegExp;
}

const refused = (status: number, says: RegExp, more: object = {}): Trouble => ({
	fault: ({ refusal }) => ({ kind: 'status', status, body: refusal(status), ...more }),
	says,
});

/** Every way in which a provider can answer a call, or not. */
const troubles: Record<string, Trouble> = {
	'401': refused(401, /(API key|signature|gave no token).*[Cc]heck/),
	'403': refused(403, /(may not|lacks).*(Check|Give)|gave no token.*Check/),
	'404': refused(404, /(nothing|unchanged|gave no token).*Check/),
	'409': refused(409, /state|already.*Delete|gave no token.*Check/),
	'429': refused(429, /too many requests.*Wait|gave no token.*Try again later/, { retryAfter: 1 }),
	'500': refused(500, /Try again later/),
	'silence after the work was done': {
		fault: () => ({ kind: 'timeout' }),
		says: /did not answer in time.*try again/,
	},
	'a cut connection': {
		fault: () => ({ kind: 'refuse' }),
		says: /connection was cut.*Check/,
	},
	'a connection that is cut after the work was done': {
		fault: () => ({ kind: 'refuse', processed: true }),
		says: /connection was cut.*Check/,
	},
	'HTML in place of JSON': { fault: () => ({ kind: 'html', status: 200 }), says: /Check/ },
	'an empty answer': { fault: () => ({ kind: 'empty' }), says: /Check/ },
	'an unknown shape': {
		fault: () => ({ kind: 'status', status: 200, body: { ok: true, data: { object: 'x' } } }),
		says: /Check/,
	},
};

/** Publishes and unpublishes in trouble and after it; answers what was wrong on the way. */
async function live(registry: RegistryUnderTest, name: string, trouble: string): Promise<string[]> {
	const { method, path, again }: Call = registry.calls[name];
	const { fault, says } = troubles[trouble];
	const scene = await registry.open();
	const wrong: string[] = [];
	const check = (what: string, holds: boolean) => {
		if (!holds) wrong.push(`${name}, ${trouble}: ${what}`);
	};
	const spoil = () =>
		scene.controls.fault({ on: 'endpoint', method, path, ...fault(registry) } as EndpointFault);
	const outcome = async (step: () => Promise<unknown>) =>
		await step().then(
			() => undefined,
			(error: Error) => error.message,
		);
	const others = JSON.stringify(scene.others());
	try {
		scene.hurry(
			(call) => call.method === method && new URL(call.url, 'http://x').pathname.includes(path),
		);
		if (again) {
			await scene.publish();
			await scene.unpublish();
		}
		spoil();
		const published = await outcome(scene.publish);
		if (published === undefined) check('published', scene.delivering() === 1 && scene.isKnown());
		else check(`publishing says "${published}"`, says.test(published));
		scene.controls.clearFaults();

		const healed = await outcome(scene.publish);
		check(`published afterwards ${healed ?? ''}`, healed === undefined);
		check('one entry delivers', scene.delivering() === 1);
		check('n8n knows it', scene.isKnown());

		spoil();
		const unpublished = await outcome(scene.unpublish);
		if (unpublished !== undefined)
			check(`unpublishing says "${unpublished}"`, says.test(unpublished));
		else if (!registry.forgives(name, trouble)) check('none delivers', scene.delivering() === 0);
		scene.controls.clearFaults();
		const ended = await outcome(scene.unpublish);
		check(`unpublished afterwards ${ended ?? ''}`, ended === undefined);
		check('none is left', scene.delivering() === 0);
		check('what is of others is untouched', JSON.stringify(scene.others()) === others);
	} catch (error) {
		check(String(error), false);
	} finally {
		await scene.close();
	}
	return wrong;
}

describe.each(registries)('the registry of $name', (registry) => {
	it.each(Object.keys(registry.calls))(
		'is what it should be whatever comes of the call to %s, and the message says what to do',
		async (call) => {
			const lives = Object.keys(troubles).map(
				async (trouble) => await live(registry, call, trouble),
			);
			expect((await Promise.all(lives)).flat()).toEqual([]);
		},
	);
});
