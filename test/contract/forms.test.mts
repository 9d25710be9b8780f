import { describe, expect, it } from '@jest/globals';
import { credentials, nodes } from './harness/builtPackage.mts';
import { canShow, unknownConditions } from './support/canShow.mts';
import { choicesOf, type FormField, formFields } from './support/formFields.mts';

/** n8n sorts lists of at least so many. */
/** How many ways to sign stand before the senders. */
const GENERIC_SCHEMES = 8;

const LONG = 5;
const SMALL_WORDS = new Set(
	'a an and as at but by for from in is of on or per the to via with'.split(' '),
);
/** n8n's guidelines for texts: each frightens without saying what to do. */
const WORDS = /\b(?:error|problem|failure|mistake)s?\b/i;
/** Comes first in a list: it stands for all the others, or for none of them. */
const FIRST = ['As in the Credential', 'All Events', 'ALL', 'auto', 'Auto'];

const forms = [
	...nodes.map(({ description }) => [description.name, description.properties] as const),
	...credentials.map(({ name, properties }) => [name, properties] as const),
].map(([name, properties]) => [name, formFields(name, properties)] as const);

const triggers = nodes.filter(({ description }) => description.group.includes('trigger'));

type Rule = [says: string, breaks: (place: FormField) => boolean];

const sentences = (text: string) => text.replace(/\be\.g\. /g, '').split(/[.?!] (?=[A-Z"])/).length;
const textsOf = ({ field }: FormField): string[] =>
	[field.description, field.hint, ...choicesOf(field).map(({ description }) => description)].filter(
		(text) => text !== undefined,
	);
/** By letters, or with the numbers in them by size. */
const isSorted = (names: string[]) =>
	[false, true].some((numeric) =>
		[...names]
			.sort((a, b) => a.localeCompare(b, 'en', { numeric }))
			.every((name, index) => name === names[index]),
	);

const RULES: Rule[] = [
	[
		'placeholders are examples',
		({ field: { type, placeholder } }) => {
			if (placeholder === undefined) return false;
			return !(type.endsWith('ollection') ? /^Add [A-Z]/ : /^e\.g\. \S/).test(placeholder);
		},
	],
	[
		'switches say whether',
		({ field: { type, description } }) =>
			type === 'boolean' && !description?.startsWith('Whether '),
	],
	[
		'one sentence has no full stop, several have',
		(place) => textsOf(place).some((text) => sentences(text) > 1 !== /[.?!]$/.test(text)),
	],
	['no text repeats its label', (place) => textsOf(place).includes(place.field.displayName)],
	['texts have calm words', (place) => textsOf(place).some((text) => WORDS.test(text))],
	[
		'labels are in Title Case',
		({ field: { type, displayName } }) =>
			type !== 'notice' &&
			displayName.split(' ').some((word) => /^[a-z]/.test(word) && !SMALL_WORDS.has(word)),
	],
	[
		'long lists are sorted',
		({ field }) => {
			const choices = choicesOf(field).map(({ name }) => name);
			// Schemes are in two groups: ways to sign, then senders by name.
			const names = field.name === 'scheme' ? choices.slice(GENERIC_SCHEMES) : choices;
			return names.length >= LONG && !isSorted(FIRST.includes(names[0]) ? names.slice(1) : names);
		},
	],
	[
		'optional fields are sorted',
		({ field: { type, options = [] } }) =>
			type === 'collection' &&
			!isSorted(
				options.map((option) => ('displayName' in option ? option.displayName : option.name)),
			),
	],
	[
		'what is chosen at first is in the list',
		({ field }) => {
			const choices = choicesOf(field);
			const chosen = [field.default].flat().filter((value) => value !== '');
			return (
				choices.length > 0 && chosen.some((value) => !choices.some((each) => each.value === value))
			);
		},
	],
	['conditions are about values that there are', (place) => unknownConditions(place).length > 0],
	['there is a way to see the field', (place) => !canShow(place)],
	[
		'notices tell something and keep nothing',
		({ field: { type, displayName, default: kept } }) =>
			type === 'notice' && (displayName === '' || kept !== ''),
	],
];

describe.each(forms)('the form of %s', (_, fields) => {
	it.each(RULES)('%s', (__, breaks) => {
		const broken = fields.filter((place) => breaks(place));
		expect(broken.map(({ path, field }) => `${path}: ${JSON.stringify(field)}`)).toEqual([]);
	});
});

describe.each(nodes.map((node) => [node.description.displayName, node] as const))(
	'%s in the node panel',
	(_, { description }) => {
		const actions = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap((field) => choicesOf(field));

		it('has an action and a description for every operation, each action another', () => {
			const wrong = actions.filter(
				(each) => !/^[A-Z][^A-Z]/.test(each.action ?? '') || !each.description,
			);
			expect(wrong).toEqual([]);
			expect(new Set(actions.map(({ action }) => action)).size).toBe(actions.length);
		});
	},
);

describe.each(triggers.map((node) => [node.description.displayName, node] as const))(
	'%s in the node panel',
	(_, { description }) => {
		it('offers all events by a name that says so', () => {
			const [events] = description.properties.filter(({ name }) => name === 'events');
			const all = choicesOf(events).map(({ name, value }) => [name, value]);
			// Where the types are the sender's own, they are typed.
			expect(all.length === 0 || all[0]).toEqual(all.length === 0 || ['All Events', '*']);
		});
	},
);
