import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { WAIT_DEFAULTS } from './waitSettings';

const CONCURRENCY: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: WAIT_DEFAULTS.concurrency,
	description: 'How many jobs are created at the same time',
};

const MAX_WAIT: INodeProperties = {
	displayName: 'Max Wait (Minutes)',
	name: 'maxWait',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: WAIT_DEFAULTS.maxWait,
	description:
		'How many minutes to wait. Then the items go on: finished ones with their results, the others with the status timed_out.',
};

const CHECK_EVERY: INodeProperties = {
	displayName: 'Check Every (Minutes)',
	name: 'checkEvery',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: WAIT_DEFAULTS.checkEvery,
	description:
		'How often unfinished jobs are looked at while the execution is parked, although nobody called; the first time after a minute at most. Zero switches that off.',
};

const GO_ON_WHEN: INodeProperties = {
	displayName: 'Go On When',
	name: 'goOnWhen',
	type: 'options',
	options: [
		{ name: 'All Are Done', value: 'all' },
		{ name: 'First Is Completed', value: 'first', description: 'A race: one result is enough' },
		{ name: 'Some Are Completed', value: 'count', description: 'As many as Go On Count says' },
	],
	default: 'all',
	description:
		'How many jobs have to be completed; the others are items with the status pending. Goes on as well once so many cannot be completed any more.',
};

const GO_ON_COUNT: INodeProperties = {
	displayName: 'Go On Count',
	name: 'goOnCount',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'How many jobs have to be completed, where Go On When is Some Are Completed',
};

const ON_UNFINISHED: INodeProperties = {
	displayName: 'On Unfinished',
	name: 'onUnfinished',
	type: 'options',
	options: [
		{ name: 'Cancel', value: 'cancel', description: 'Where the provider can cancel them' },
		{ name: 'Leave', value: 'leave', description: 'They go on at the provider' },
	],
	default: 'leave',
	description: 'What becomes of jobs that nobody waits for any more',
};

const SEPARATE_FAILED: INodeProperties = {
	displayName: 'Separate Failed',
	name: 'separateFailed',
	type: 'boolean',
	default: false,
	description:
		'Whether to send what did not complete to a second output. The field itemIndex is the position of the input item.',
};

/** Only what resumes a parked execution depends on the version (docs/reference/n8n.md 10). */
const SINCE_2_39 = `${SEPARATE_FAILED.description} Before n8n 2.39 this makes the node wait by polling.`;

/**
 * How the end of jobs is noticed: the provider calls back, or it calls nobody and the execution is looked
 * at now and then, or it is polled and nothing else.
 */
type Parking =
	/** Who calls back, as in `PiAPI wakes …`. */
	{ callsBack: string } | 'byHeartbeats' | 'byHeartbeatsIfChosen' | 'never';

const POLLING = 'The execution keeps running and asks again and again';
const PARKED = 'The execution is parked and looked at every few minutes: it occupies no worker';

function waitBy(parking: Exclude<Parking, 'never'>): INodeProperties {
	const calling =
		typeof parking === 'object'
			? [
					{
						name: 'Callback',
						value: 'callback',
						description: `${parking.callsBack} calls back; the execution pauses meanwhile`,
					},
				]
			: [{ name: 'Parked', value: 'park', description: PARKED }];
	const polling =
		typeof parking === 'object'
			? `Ask ${decapitalised(parking.callsBack)} again and again, for an n8n that it cannot reach. The execution keeps running.`
			: POLLING;
	return {
		displayName: 'Wait By',
		name: 'mode',
		type: 'options',
		options: [...calling, { name: 'Polling', value: 'poll', description: polling }],
		default: parking === 'byHeartbeatsIfChosen' ? 'poll' : calling[0]?.value,
		description: 'How the node learns that the jobs are done',
	};
}

function decapitalised(text: string): string {
	return text.replace(/^The/, 'the');
}

/** The options of every wait. */
function waitOptions(parking: Parking): INodeProperties[] {
	const options = [MAX_WAIT, GO_ON_WHEN, GO_ON_COUNT, ON_UNFINISHED];
	if (parking === 'never') return [...options, SEPARATE_FAILED];
	const separateFailed = { ...SEPARATE_FAILED, description: SINCE_2_39 };
	return [...options, CHECK_EVERY, separateFailed, waitBy(parking)];
}

/** `options` of an operation that does nothing else but wait. */
export function onlyWaitFields(parking: Parking, more: INodeProperties[] = []): INodeProperties {
	return optionsOf([...waitOptions(parking), ...more]);
}

interface CompletionForm {
	/** What each way of following up means at this provider; the contract's words, in its order. */
	ways: { wait: string; notify?: string; none: string };
	/** What stands between the choice and its options, such as the notify URL. */
	between?: INodeProperties[];
	/** What the provider adds to `options`. */
	options?: INodeProperties[];
	parking: Parking;
}

/** How a created job is followed up: `completion` and its `options`, the same words everywhere. */
export function completionFields({
	ways,
	between = [],
	options = [],
	parking,
}: CompletionForm): INodeProperties[] {
	const waiting = waitOptions(parking).map((option) => ({
		...option,
		displayOptions: { show: { '/completion': ['wait'] } },
	}));
	return [
		{
			displayName: 'After Creating',
			name: 'completion',
			type: 'options',
			noDataExpression: true,
			options: choices(ways),
			default: 'wait',
		},
		...between,
		optionsOf([CONCURRENCY, ...waiting, ...options]),
	];
}

function optionsOf(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

function choices({ wait, notify, none }: CompletionForm['ways']): INodePropertyOptions[] {
	return [
		{ name: 'Wait for the Result', value: 'wait', description: wait },
		...(notify ? [{ name: 'Notify a Trigger', value: 'notify', description: notify }] : []),
		{ name: "Don't Wait", value: 'none', description: none },
	];
}
