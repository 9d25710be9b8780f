import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { labelOf } from '../../catalogue/labelOf';
import { readJson } from '../../catalogue/values/readJson';

/**
 * The body of a chat completion from an item's parameters. Numbers go as JSON numbers, also where an
 * expression gave text.
 *
 * @throws NodeOperationError that names the wrong field
 */
export function chatBody(ctx: IExecuteFunctions, itemIndex: number): IDataObject {
	const options = ctx.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const model = String(ctx.getNodeParameter('model', itemIndex, '')).trim();
	const refuse = (message: string) => new NodeOperationError(ctx.getNode(), message, { itemIndex });
	if (!model) throw refuse('"Model" is empty: fill it in');

	const other = readJson({ label: 'Other Parameters' }, options.otherParameters ?? {});
	if ('problem' in other) throw refuse(other.problem);
	const more = 'value' in other ? other.value : {};
	if (!isRecord(more)) throw refuse('"Other Parameters" must be a JSON object');

	const messages = more.messages ?? messagesIn(ctx.getNodeParameter('messages', itemIndex, []));
	if (!Array.isArray(messages) || messages.length === 0)
		throw refuse('"Messages" is empty: add what to say to the model');
	const limits = {
		...number('max_tokens', options.maxTokens),
		...number('temperature', options.temperature),
		...number('top_p', options.topP),
	};
	const wrong = Object.entries(limits).find(([, value]) => !Number.isFinite(value));
	if (wrong) throw refuse(`"${labelOf(wrong[0])}" is not a number`);
	return {
		model,
		messages,
		stream: ctx.getNodeParameter('stream', itemIndex, false) === true,
		...limits,
		...(options.stop && { stop: options.stop }),
		...more,
	};
}

/** The messages of the form, or those that an expression gave as a list. */
function messagesIn(given: unknown): IDataObject[] {
	const list = isRecord(given) ? given.message : given;
	const said = ({ content }: IDataObject) => content !== '' && content !== undefined;
	return Array.isArray(list) ? list.filter(isRecord).filter(said) : [];
}

function number(name: string, given: unknown): Record<string, number> {
	const isAbsent = given === undefined || given === null || given === '';
	return isAbsent ? {} : { [name]: Number(given) };
}
