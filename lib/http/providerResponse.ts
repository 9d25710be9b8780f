import type { IDataObject } from 'n8n-workflow';

/** What a provider answered, whatever the status. */
export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: IDataObject;
	/** Parsed JSON, or the text where it was none. */
	body: unknown;
}
