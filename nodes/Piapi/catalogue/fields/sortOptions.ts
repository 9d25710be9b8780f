import type { INodePropertyOptions } from 'n8n-workflow';

/** n8n wants lists of five and more in alphabetical order; a shorter one keeps its own. */
export function sortOptions(options: INodePropertyOptions[]): INodePropertyOptions[] {
	if (options.length < 5) return options;
	return [...options].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
