import type {
	IDataObject,
	IExecuteFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** What an event is deduplicated by. */
export type DeduplicateBy = 'job' | 'event' | 'off';

/** The parameters that all triggers share, with their defaults filled in. */
export interface TriggerOptions {
	deduplicateBy: DeduplicateBy;
	/** How many events are remembered. */
	remember: number;
	/** Seconds. */
	tolerance: number;
	confirm: boolean;
	download: boolean;
	/** MB, per file. */
	maxFileSize: number;
}

export const TRIGGER_DEFAULTS: TriggerOptions = {
	deduplicateBy: 'job',
	remember: 2000,
	tolerance: 300,
	confirm: false,
	download: false,
	maxFileSize: 100,
};

/** Reads the `options` collection; nonsense from an expression falls back to the default. */
export function triggerOptions(
	ctx: IWebhookFunctions | IExecuteFunctions | ITriggerFunctions,
): TriggerOptions {
	const given = (
		'getInputData' in ctx
			? ctx.getNodeParameter('options', 0, {})
			: ctx.getNodeParameter('options', {})
	) as IDataObject;
	return {
		deduplicateBy: oneOf(given.deduplicateBy) ?? TRIGGER_DEFAULTS.deduplicateBy,
		remember: Math.ceil(positive(given.remember) ?? TRIGGER_DEFAULTS.remember),
		tolerance: positive(given.tolerance) ?? TRIGGER_DEFAULTS.tolerance,
		confirm: given.confirm === true,
		download: given.download === true,
		maxFileSize: positive(given.maxFileSize) ?? TRIGGER_DEFAULTS.maxFileSize,
	};
}

function positive(value: unknown): number | undefined {
	const number = Number(value);
	return Number.isFinite(number) && number > 0 ? number : undefined;
}

function oneOf(value: unknown): DeduplicateBy | undefined {
	return value === 'job' || value === 'event' || value === 'off' ? value : undefined;
}
