import { NodeOperationError, type FunctionsBase } from 'n8n-workflow';

const DECIMAL = /^\d+(\.\d+)?$/;

/**
 * An amount of money or of an asset as the decimal text that PipAI takes. It is never made a number:
 * floats lose digits. A whole number that an expression gives is exact, and taken.
 *
 * @param label the field's name, for the message
 * @returns blank when nothing is given
 * @throws NodeOperationError
 */
export function amount(
	ctx: Pick<FunctionsBase, 'getNode'>,
	given: unknown,
	label: string,
	itemIndex?: number,
): string {
	const text = Number.isSafeInteger(given) || typeof given === 'string' ? String(given).trim() : '';
	const isBlank = given === undefined || given === null || given === '';
	if (isBlank || (DECIMAL.test(text) && /[1-9]/.test(text))) return text;
	const why =
		typeof given === 'number'
			? 'is a number, and fractions lose digits'
			: 'must be a positive number';
	throw new NodeOperationError(
		ctx.getNode(),
		`"${label}" ${why}: ${JSON.stringify(given)}. Write it as text with a dot, such as 1250.50`,
		{ itemIndex },
	);
}
