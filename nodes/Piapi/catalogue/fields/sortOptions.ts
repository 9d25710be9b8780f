import type { INodePropertyOptions } from 'n8n-workflow';

const folded = ({ name }: INodePropertyOptions) => name.toLowerCase();

/** n8n wants lists of five and more in alphabetical order; a shorter one keeps its own. */
export function sortOptions(options: INodePropertyOptions[]): INodePropertyOptions[] {
	if (options.length < 5) return options;
	return [...options].sort((a, b) => (folded(a) < folded(b) ? -1 : 1));
}
