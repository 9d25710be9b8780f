import type { Finding, Plan } from './decide';

type Loss = Exclude<Finding, 'fine' | 'paused' | 'taken'>;

/** What was found, as a user would say it, and what was done about it. `%` is the provider. */
const LOSSES: Readonly<Record<Loss, { found: string; done: string }>> = {
	gone: {
		found: '% no longer has the webhook of this trigger, so that no event arrived since.',
		done: 'It was registered again.',
	},
	off: {
		found: 'The webhook of this trigger was switched off at %, so that no event arrived since.',
		done: 'It was switched on again.',
	},
	broken: {
		found: '% has given up the webhook of this trigger after failed deliveries.',
		done: 'It was replaced by a new one.',
	},
	otherUrl: {
		found:
			'The webhook of this trigger was pointed to another URL at %, so that no event arrived since.',
		done: 'It was replaced by a new one.',
	},
	otherSubscription: {
		found:
			'The webhook of this trigger was changed at %: it subscribes to other events than the trigger.',
		done: 'It was replaced by one with the events of the trigger.',
	},
	unknownSecret: {
		found:
			'% delivers to this trigger by a webhook whose secret n8n does not know, so that every delivery is refused.',
		done: 'It was replaced by a new one.',
	},
	second: {
		found:
			'% delivers to this trigger by a second webhook, whose secret n8n does not know, so that those deliveries are refused.',
		done: 'The second one was ended.',
	},
};

/** What somebody has done at the provider on purpose. It is not undone. */
const ON_PURPOSE = {
	paused:
		'The webhook of this trigger is paused at %, so that no event arrives. It was left as it is: resume it there.',
	taken:
		'Another system has taken the place of this trigger at %, so that no event arrives. It was left as it is.',
} as const;

/** What to tell about a plan that is not done; `undefined` when it may be done. */
export function onPurpose({ found, problem }: Plan, provider: string): string | undefined {
	if (found !== 'paused' && found !== 'taken') return undefined;
	return [ON_PURPOSE[found].replace('%', provider), problem].filter(Boolean).join(' ');
}

/** What to tell about a loss: what was found, and what was done or why it could not be. */
export function lossText({ found }: Plan, provider: string, problem?: string): string {
	const loss = LOSSES[found as Loss];
	const done =
		problem === undefined
			? loss.done
			: `It could not be restored yet and is tried again: ${problem}`;
	return `${loss.found.replace('%', provider)} ${done}`;
}
