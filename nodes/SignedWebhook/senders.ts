import type { SenderDefinition } from './senderDefinition';
import { genericSenders } from './genericSenders';
import { namedSenders } from './senders/index';

/** All that the `scheme` parameter may be. */
export const senders = { ...genericSenders, ...namedSenders };

export type SchemeName = keyof typeof senders;

/** Nonsense from an expression counts as `custom`, which passes nothing that is not defined. */
export function schemeName(value: unknown): SchemeName {
	return Object.keys(senders).find((name): name is SchemeName => name === value) ?? 'custom';
}

/** What is known of a sender. */
export function definitionOf(name: SchemeName): SenderDefinition {
	return senders[name];
}
