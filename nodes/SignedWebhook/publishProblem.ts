import type { IDataObject } from 'n8n-workflow';
import { commaList } from '../../lib/text';
import type { Scheme } from '../../lib/signatures/scheme';
import type { SignedWebhookCredential } from './credential';
import { customProblem } from './customProblem';
import { deduplicates } from './deliveries';
import { isHeaderName } from './isHeaderName';
import { keyProblem } from './keyProblem';
import { readText, type ReadParameter } from './readParameter';
import { schemeOf } from './schemeOf';
import { chosenPlace, senderOf } from './senderOf';
import { definitionOf, schemeName, type SchemeName } from './senders';

/**
 * Why the trigger cannot be published, with the remedy in the same line: publishing shows nothing
 * else. Undefined when it can.
 */
export function publishProblem(
	read: ReadParameter,
	credential: SignedWebhookCredential,
): string | undefined {
	const name = schemeName(read('scheme', ''));
	const { scheme } = schemeOf(read, credential);
	return (
		keyProblem(senderOf(read), scheme, credential) ??
		headerProblem(read, name) ??
		(isPutTogether(name) && 'content' in scheme ? customProblem(read, scheme) : undefined) ??
		setupProblem(read, name) ??
		idProblem(read, scheme) ??
		toleranceProblem((read('options', {}) as IDataObject).tolerance) ??
		eventsProblem(read('events', '*'))
	);
}

/** Schemes whose parts the form asks for. */
function isPutTogether(name: SchemeName): boolean {
	return name === 'custom' || name === 'publicKey';
}

function headerProblem(read: ReadParameter, name: SchemeName): string | undefined {
	if (!['secretHeader', 'bodyJwt', 'jwt', 'custom', 'publicKey'].includes(name)) return undefined;
	const where = readText(read, name === 'secretHeader' ? 'secretIn' : 'signatureIn');
	if (where === 'body' || where === 'query')
		return name === 'secretHeader' && readText(read, 'placeName') === ''
			? 'Fill in Name, the place that repeats the secret'
			: undefined;
	const header = readText(read, 'header');
	return isHeaderName(header)
		? undefined
		: `Header ${JSON.stringify(header)} is not the name of a header: fill in the one that the sender documents`;
}

/** What the user has to make up for a handshake. */
function setupProblem(read: ReadParameter, name: SchemeName): string | undefined {
	const { handshakes = [] } = definitionOf(name);
	const needsToken = handshakes.some(({ proof }) => typeof proof === 'object');
	return needsToken && readText(read, 'verifyToken') === ''
		? 'Fill in Verify Token: a text of your own that you type at the sender too'
		: undefined;
}

function idProblem(read: ReadParameter, scheme: Scheme): string | undefined {
	const signed = 'id' in scheme && scheme.id && !chosenPlace(read, 'eventId');
	const { id, name, hasNoId } = senderOf(read);
	if (signed || hasNoId || id.length > 0 || !deduplicates(read)) return undefined;
	// n8n 2.8 shows its own text in place of one that has the word "duplicate" in it.
	return `${name} has no standard event ID. Set Event ID From to Header or Body, or set deduplication to Off in the options`;
}

function toleranceProblem(tolerance: unknown): string | undefined {
	return tolerance === undefined || Number(tolerance) > 0
		? undefined
		: `Tolerance is ${String(tolerance)}: with less than 1 second no delivery would arrive in time. Raise it, or remove the option for 300 seconds.`;
}

function eventsProblem(events: unknown): string | undefined {
	return commaList(events).length > 0
		? undefined
		: 'Events is empty, so that nothing would start the workflow: fill in * for all events';
}
