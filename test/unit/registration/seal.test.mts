import { describe, expect, it } from '@jest/globals';
import {
	keep,
	readKept,
	registrationSecrets,
} from '../../../dist/lib/registration/storedRegistration.js';
import { seal, unseal } from '../../../dist/lib/registration/seal.js';

const SECRET = 'whsec_ü of a registration';

/** A trigger node, as `keep` and `readKept` know it. */
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
		keep(nodeOf(staticData), { ...registration, previousSecret: 'previous one' });
		const exported = JSON.stringify(staticData);
		for (const text of [SECRET, 'previous one', 'instance']) expect(exported).not.toContain(text);
		expect(registrationSecrets(nodeOf(staticData))).toEqual([SECRET, 'previous one']);
	});

	it.each([
		[['other', 'wf', 'node']],
		[['instance', 'other', 'node']],
		[['instance', 'wf', 'other']],
	])('is nothing to another place: %j', (place) => {
		const staticData = {};
		keep(nodeOf(staticData), registration);
		expect(readKept(nodeOf(staticData, place))).toBeUndefined();
	});

	it('is read as an earlier version kept it', () => {
		const kept = { ...registration, owner: 'instance:wf:node' };
		expect(registrationSecrets(nodeOf({ registration: kept }))).toEqual([SECRET]);
	});
});
