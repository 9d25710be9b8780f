import { DateTime } from 'luxon';
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * A date and time as PiAPI's queries take it: whole seconds since 1970 (docs/reference/piapi.md 1.1). One
 * without a zone is meant in the workflow's.
 *
 * @param given ISO text, a Date or a luxon DateTime, as fields and expressions give it
 * @throws NodeOperationError when it is none
 */
export function unixSeconds(
	ctx: IExecuteFunctions,
	given: unknown,
	label: string,
	itemIndex: number,
): number {
	const text = given instanceof Date ? given.toISOString() : String(given);
	const time = DateTime.fromISO(text, { zone: ctx.getTimezone() });
	if (time.isValid) return Math.floor(time.toSeconds());
	throw new NodeOperationError(ctx.getNode(), `"${label}" is not a date and time: "${text}"`, {
		itemIndex,
	});
}
