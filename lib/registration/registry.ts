import type { IDataObject } from 'n8n-workflow';

/** An entry in a provider's webhook registry, as the provider shows it. */
export interface Entry {
	id: string;
	url: string;
	/**
	 * `off` can be switched on again where the registry can; `paused` only by somebody at the provider;
	 * `broken` was given up by the provider and has to be replaced.
	 */
	state: 'active' | 'off' | 'paused' | 'broken';
	/** What it subscribes to, where the provider tells: compared with the registry's `wish`. */
	wish?: string;
}

/** What a provider gives for a new entry. */
export interface Created {
	id: string;
	/** What its deliveries are verified with. */
	secret: string;
	/** What else has to be remembered of it. */
	more?: IDataObject;
}

/** What n8n keeps of our registration from one activation to the next, in the node's static data. */
export interface Registration extends Created {
	url: string;
	/** Whose it is: static data can come along with a copied workflow. */
	owner: string;
	/** Of the registration before this one: its last deliveries may still be on their way. */
	previousSecret?: string;
	wish?: string;
}

/** What a provider tells the lifecycle: how its registry is read and changed, by one trigger node. */
export interface Registry {
	/** The provider's name, as in messages to the user. */
	name: string;
	/** Where the provider is: one on loopback can call any URL. */
	baseUrl(): Promise<string>;
	/** What the node subscribes to, as comparable text: an entry with another wish is replaced. */
	wish?: string;
	/** All entries of the account, ours and others', of every page. */
	list(): Promise<Entry[]>;
	/**
	 * Registers a URL.
	 *
	 * @param kept what n8n kept of the registration before, if any
	 */
	create(url: string, kept: Registration | undefined): Promise<Created>;
	/** Switches an entry on again. Without it, one that is off is replaced. */
	enable?(id: string): Promise<void>;
	/**
	 * Ends the deliveries to an entry of ours: deletes it or switches it off, whatever the provider
	 * has. That it is gone already is success.
	 */
	retire(id: string, kept: Registration | undefined): Promise<void>;
}
