import type { IDataObject, IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

/** Where a registration is made, looked after and ended. */
export type RegistrationContext = IHookFunctions | ITriggerFunctions;

/** An entry in a provider's webhook registry, as the provider shows it. */
export interface Entry {
	id: string;
	url: string;
	/**
	 * `off` can be switched on again where the registry can; `paused` only by somebody at the provider;
	 * `broken` was given up by the provider and has to be replaced; `foreign` is another system's and
	 * takes the only place that there is.
	 */
	state: 'active' | 'off' | 'paused' | 'broken' | 'foreign';
	/** What it subscribes to, where the provider tells: compared with the registry's. */
	subscription?: string;
	/** Why a foreign one stands in the way, with the remedy. */
	problem?: string;
}

/** What a provider gives for a new entry. */
export interface Created {
	id: string;
	/** What its deliveries are verified with. */
	secret: string;
	/** What else has to be remembered of it. */
	more?: IDataObject;
}

/** What n8n stores of our registration from one activation to the next, in the node's static data. */
export interface Registration extends Created {
	url: string;
	/** Whose it is: static data can come along with a copied workflow. */
	owner: string;
	/** Of the registration before this one: its last deliveries may still be on their way. */
	previousSecret?: string;
	/** Until when that is accepted, in ms since the epoch. */
	previousSecretEndsAt?: number;
	subscription?: string;
}

/** What a provider tells the lifecycle: how its registry is read and changed, by one trigger node. */
export interface Registry<Known extends Entry = Entry> {
	/** The provider's name, as in messages to the user. */
	name: string;
	/** Where the provider is: one on loopback can call any URL. */
	baseUrl(): Promise<string>;
	/** What the node subscribes to, as comparable text: an entry with another subscription is replaced. */
	subscription?: string;
	/** Whether the user lets the node take the place of a foreign entry. */
	replacesForeign?: boolean;
	/** How long the provider keeps trying one delivery, in hours; default 48, where it is unknown. */
	retryHours?: number;
	/**
	 * All entries of the account, ours and others', of every page.
	 *
	 * @param url ours
	 */
	list(url: string): Promise<Known[]>;
	/**
	 * Registers a URL.
	 *
	 * @param stored what n8n stored of the registration before, if any
	 * @param entries what `list` found
	 */
	create(url: string, stored: Registration | undefined, entries: Known[]): Promise<Created>;
	/** Switches an entry on again. Without it, one that is off is replaced. */
	enable?(id: string): Promise<void>;
	/**
	 * Ends the deliveries to an entry of ours: deletes it or switches it off, whatever the provider
	 * has. That it is gone already is success.
	 */
	retire(id: string, stored: Registration | undefined): Promise<void>;
}
