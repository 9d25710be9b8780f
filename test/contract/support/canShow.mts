import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';
import { choicesOf, type FormField } from './formFields.mts';

type Chosen = Record<string, NodeParameterValue>;
type Conditions = Array<[key: string, values: NodeParameterValue[]]>;

/** Every version of a node can be met, so conditions on it are left out. */
const conditions = (of: object | undefined): Conditions =>
	(Object.entries(of ?? {}) as Conditions).filter(([key]) => key !== '@version');

/** The fields that a condition's key names: outermost ones by a slash, else those beside it. */
function named(key: string, { siblings, root }: FormField): FormField[] {
	const among = key.startsWith('/') ? root : siblings;
	const name = key.replace(/^\//, '');
	return among
		.filter((field) => field.name === name)
		.map((field) => ({ path: name, field, siblings: among, root }));
}

function offers(field: INodeProperties, value: NodeParameterValue): boolean {
	const choices = choicesOf(field);
	if (field.type === 'boolean') return typeof value === 'boolean';
	return choices.length === 0 || choices.some((choice) => choice.value === value);
}

/** The values of `show` and `hide` that no field they name offers: they were renamed, or never there. */
export function unknownConditions(place: FormField): string[] {
	const { show, hide } = place.field.displayOptions ?? {};
	return [...conditions(show), ...conditions(hide)].flatMap(([key, values]) =>
		values
			.filter((value) => !named(key, place).some(({ field }) => offers(field, value)))
			.map((value) => `${place.path}: ${key} is never ${String(value)}`),
	);
}

/** Is there any way to fill the form in which this field is shown? */
export function canShow(place: FormField, chosen: Chosen = {}): boolean {
	const { show, hide } = place.field.displayOptions ?? {};
	const hidden = conditions(hide).some(([key, values]) =>
		values.includes(chosen[key.replace(/^\//, '')]),
	);
	return !hidden && meets(place, conditions(show), chosen);
}

function meets(place: FormField, [first, ...others]: Conditions, chosen: Chosen): boolean {
	if (!first) return true;
	const [key, values] = first;
	const name = key.replace(/^\//, '');
	if (name in chosen) return values.includes(chosen[name]) && meets(place, others, chosen);
	return values.some((value) => {
		const more = { ...chosen, [name]: value };
		const controls = named(key, place).filter(({ field }) => offers(field, value));
		return controls.some((control) => canShow(control, more)) && meets(place, others, more);
	});
}
