import { describe, expect, it } from '@jest/globals';
import {
	storeRegistration,
	readRegistration,
	registrationSecrets,
} from '../../../dist/lib/registration/storedRegistration.js';
import { seal, unseal } from '../../../dist/lib/registration/seal.js';

const NOW = 1_700_000_000_000;
const HOUR_MS = 60 * 60_000;
const SECRET = 'whsec_ü of a registration';

/** A trigger node, as `storeRegistration` and `readRegistration` know it. */
function nodeOf(staticData: object, place = ['instance', 'wf', 'node']) {
	const [instance, workflow, node] = place;
	return {
		getInstanceId: () => instance,
		getWorkflow: () => ({ id: workflow }),
		getNode: () => ({ id: node }),
		getWorkflowStaticData: () => staticData,
	} as never;
}

describe('a sealed text', () => {
	it('is opened by its phrase, and by no other', () => {
		const sealed = seal(SECRET, 'phrase');
		expect(sealed).not.toContain(SECRET);
		expect(unseal(sealed, 'phrase')).toBe(SECRET);
		expect(unseal(sealed, 'other')).toBeUndefined();
		expect(seal(SECRET, 'phrase')).not.toBe(sealed);
	});

	it.each(['sealed:', 'sealed:AAAA', 'sealed:!', `sealed:${'A'.repeat(80)}`])(
		'that was cut or changed is not opened: %s',
		(sealed) => expect(unseal(sealed, 'phrase')).toBeUndefined(),
	);
});

describe('what n8n keeps of a registration', () => {
	const registration = { id: 'id', url: 'https://n8n.example/hook', secret: SECRET };

	it('carries neither its secrets nor what opens them', () => {
		const staticData = {};
		storeRegistration(nodeOf(staticData), { ...registration, previousSecret: 'previous one' });
		const exported = JSON.stringify(staticData);
		for (const text of [SECRET, 'previous one', 'instance']) expect(exported).not.toContain(text);
		const stored = readRegistration(nodeOf(staticData));
		expect([stored?.secret, stored?.previousSecret]).toEqual([SECRET, 'previous one']);
	});

	it.each([
		[['other', 'wf', 'node']],
		[['instance', 'other', 'node']],
		[['instance', 'wf', 'other']],
	])('is nothing to another place: %j', (place) => {
		const staticData = {};
		storeRegistration(nodeOf(staticData), registration);
		expect(readRegistration(nodeOf(staticData, place))).toBeUndefined();
	});

	it('is read as an earlier version kept it', () => {
		const kept = { ...registration, owner: 'instance:wf:node' };
		expect(registrationSecrets(nodeOf({ registration: kept }), NOW)).toEqual([SECRET]);
	});

	it.each<[string, number | undefined, boolean]>([
		['one that ends in an hour', NOW + HOUR_MS, true],
		['one that ends this very moment', NOW, false],
		['one that has ended long ago', NOW - 400 * 24 * HOUR_MS, false],
		['one without a time, as version 0.1.0 stored it', undefined, false],
		['one that ends later than any can, since the clock was set back', NOW + 49 * HOUR_MS, false],
	])('of the secret before, accepts %s: %s', (_what, previousSecretEndsAt, isAccepted) => {
		const staticData = {};
		storeRegistration(nodeOf(staticData), {
			...registration,
			previousSecret: 'previous one',
			previousSecretEndsAt,
		});
		const secrets = registrationSecrets(nodeOf(staticData), NOW);
		expect(secrets).toEqual(isAccepted ? [SECRET, 'previous one'] : [SECRET]);
	});

	it('names what version 0.1.0 called a wish', () => {
		const stored = { ...registration, owner: 'instance:wf:node', wish: 'all' };
		expect(readRegistration(nodeOf({ registration: stored }))?.subscription).toBe('all');
	});
});
