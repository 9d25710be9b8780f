import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** A field of a form: where it stands, what stands beside it, and what stands outermost. */
export interface FormField {
	path: string;
	field: INodeProperties;
	siblings: INodeProperties[];
	root: INodeProperties[];
}

/** Every field of a form, those inside of collections too. */
export function formFields(form: string, root: INodeProperties[]): FormField[] {
	const walk = (path: string, siblings: INodeProperties[]): FormField[] =>
		siblings.flatMap((field) => {
			const own = `${path}.${field.name}`;
			return [{ path: own, field, siblings, root }, ...inner(own, field)];
		});
	const inner = (path: string, { type, options = [] }: INodeProperties): FormField[] => {
		if (type === 'collection') return walk(path, options as INodeProperties[]);
		if (type !== 'fixedCollection') return [];
		return (options as INodePropertyCollection[]).flatMap(({ name, values }) =>
			walk(`${path}.${name}`, values),
		);
	};
	return walk(form, root);
}

/** What a list of choices offers; empty for fields of other types. */
export function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	return type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
}
