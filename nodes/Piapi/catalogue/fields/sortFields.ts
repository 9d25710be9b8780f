import type { INodeProperties } from 'n8n-workflow';

/** Fields of a collection in the alphabetical order that n8n wants. */
export function sortFields(fields: INodeProperties[]): INodeProperties[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}
