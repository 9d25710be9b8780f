import { DateTime } from 'luxon';
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * A date and time as ISO text in UTC with seconds; one without a zone is meant in the workflow's.
 *
 * @throws NodeOperationError when it is none
 */
export function utcTime(
	ctx: IExecuteFunctions,
	given: unknown,
	label: string,
	itemIndex: number,
): string {
	const time = DateTime.fromISO(String(given), { zone: ctx.getTimezone() }).toUTC();
	const text = time.isValid && time.startOf('second').toISO({ suppressMilliseconds: true });
	if (text) return text;
	throw new NodeOperationError(
		ctx.getNode(),
		`"${label}" is not a date and time: "${String(given)}"`,
		{ itemIndex },
	);
}
