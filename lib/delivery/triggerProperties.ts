import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { DEFAULT_CATCH_UP } from './catchUp';
import { DEFAULT_CHECK_REGISTRATION } from '../registration/watch';
import { TRIGGER_DEFAULTS } from './triggerOptions';

interface TriggerForm {
	/** What `events` offers, without `*`; where the types are the sender's own, patterns are typed. */
	events: INodePropertyOptions[] | 'patterns';
	/** What is chosen at first since version 1.1, where all events are more than most want. */
	usual?: string[];
	/** What the provider adds to `options`. */
	options?: INodeProperties[];
	/** Which of the shared options make sense for the provider; the window only where a time is sent. */
	has: {
		job?: boolean;
		tolerance?: boolean | INodeProperties['displayOptions'];
		confirm?: boolean;
		download?: boolean;
		registration?: boolean;
		catchUp?: boolean;
	};
}

/** The parameters of a trigger: `events`, `simplify`, `options`, the same words everywhere. */
export function triggerProperties({
	events,
	usual,
	options = [],
	has,
}: TriggerForm): INodeProperties[] {
	return [
		...(events === 'patterns' ? [EVENT_PATTERNS] : eventLists(events, usual)),
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				deduplicateBy(has.job === true),
				REMEMBER,
				...(has.tolerance ? [tolerance(has.tolerance)] : []),
				...(has.confirm ? [CONFIRM] : []),
				...(has.download ? [DOWNLOAD, MAX_FILE_SIZE] : []),
				...(has.catchUp ? [CATCH_UP, CATCH_UP_EVERY] : []),
				...(has.registration ? [CHECK_REGISTRATION] : []),
				...options,
			].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
	];
}

/** n8n's node panel lists it as an action too, which it does not with `*` as the name. */
export const ALL_EVENTS: INodePropertyOptions = { name: 'All Events', value: '*' };

/** n8n stores only what differs from the default, so another default needs another version. */
function eventLists(events: INodePropertyOptions[], usual?: string[]): INodeProperties[] {
	const list = eventList(events);
	if (!usual) return [list];
	return [
		{ ...list, displayOptions: { show: { '@version': [1] } } },
		{ ...list, default: usual, displayOptions: { show: { '@version': [{ _cnd: { gt: 1 } }] } } },
	];
}

function eventList(events: INodePropertyOptions[]): INodeProperties {
	return {
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [ALL_EVENTS, ...events],
		default: ['*'],
		description: 'The events that start the workflow',
	};
}

const EVENT_PATTERNS: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'string',
	required: true,
	default: '*',
	placeholder: 'e.g. invoice.*, customer.created',
	description:
		'The types of events that start the workflow, separated by commas. Use * as a wildcard, or alone for all events.',
};

function deduplicateBy(hasJobs: boolean): INodeProperties {
	const job = {
		name: 'Job',
		value: 'job',
		description: 'Same job and same status = same event',
	};
	return {
		displayName: 'Deduplicate By',
		name: 'deduplicateBy',
		type: 'options',
		options: [
			...(hasJobs ? [job] : []),
			{ name: 'Event', value: 'event', description: 'Same event ID = same event' },
			{ name: 'Off', value: 'off', description: 'Every delivery starts a run' },
		],
		default: hasJobs ? 'job' : 'event',
		description: 'How repeated deliveries of the same event are detected',
	};
}

const REMEMBER: INodeProperties = {
	displayName: 'Events to Remember',
	name: 'remember',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: TRIGGER_DEFAULTS.remember,
	description: 'How many events are remembered, so that a redelivery of one starts no second run',
};

function tolerance(shown: true | INodeProperties['displayOptions']): INodeProperties {
	return shown === true ? TOLERANCE : { ...TOLERANCE, displayOptions: shown };
}

const TOLERANCE: INodeProperties = {
	displayName: 'Tolerance (Seconds)',
	name: 'tolerance',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: TRIGGER_DEFAULTS.tolerance,
	description:
		'How many seconds old a delivery may be, against replays. It must be longer than the provider keeps retrying with the same time.',
};

const CONFIRM: INodeProperties = {
	displayName: 'Confirm With Provider',
	name: 'confirm',
	type: 'boolean',
	default: TRIGGER_DEFAULTS.confirm,
	description:
		'Whether to look the job up through the API and return that answer instead of the delivered one',
};

const DOWNLOAD: INodeProperties = {
	displayName: 'Download Files',
	name: 'download',
	type: 'boolean',
	default: TRIGGER_DEFAULTS.download,
	description: 'Whether to download the result files into binary fields',
};

const MAX_FILE_SIZE: INodeProperties = {
	displayName: 'Max File Size (MB)',
	name: 'maxFileSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: TRIGGER_DEFAULTS.maxFileSize,
	displayOptions: { show: { download: [true] } },
	description: 'The largest file to download, in MB',
};

const CHECK_REGISTRATION: INodeProperties = {
	displayName: 'Check Registration (Minutes)',
	name: 'checkRegistration',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: DEFAULT_CHECK_REGISTRATION,
	description:
		'How often to look whether the provider still has the webhook, and to restore it if not, or 0 for never',
};

const CATCH_UP: INodeProperties = {
	displayName: 'Catch Up',
	name: 'catchUp',
	type: 'boolean',
	default: true,
	description:
		'Whether to ask the provider what finished without a delivery, for instance while n8n was down. Needs Deduplicate By: Job.',
};

const CATCH_UP_EVERY: INodeProperties = {
	displayName: 'Catch Up Every (Minutes)',
	name: 'catchUpEvery',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: DEFAULT_CATCH_UP,
	displayOptions: { hide: { catchUp: [false] } },
	description: 'How often to ask, besides at each start of n8n',
};
