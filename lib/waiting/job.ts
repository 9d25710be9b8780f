import type { IDataObject } from 'n8n-workflow';

/** A provider's job, as far as waiting cares. */
export interface Job {
	/** The provider's id of it. */
	id: string;
	/** Nothing more will happen to it. */
	done: boolean;
	/** The simplified item of it, with `jobId` and `status`. */
	json: IDataObject;
}

/** Where a provider is to call back, and what it has to bring. */
export interface Callback {
	url: string;
	secret: string;
}
