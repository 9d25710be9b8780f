import type { IDataObject, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';
import type { ItemOperation, Operation } from '../../../lib/operations/operation';
import { callPi } from '../api';
import { propertiesOf, type BodyField } from '../body/bodyField';
import { readBody } from '../body/readBody';
import { readId } from './readId';

interface Call extends Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	method: IHttpRequestMethods;
	/** The field that names the thing; without it `path` gets a blank id. */
	id?: INodeProperties;
	/** From `/api/v1` on. */
	path(id: string): string;
	body?: readonly BodyField[];
	/** What to give in place of Pi's answer. */
	asResult?(data: IDataObject): IDataObject;
}

/** An operation that is one call, answered at once. */
export function callOperation({
	method,
	id,
	path,
	body = [],
	asResult,
	...words
}: Call): ItemOperation {
	return {
		...words,
		fields: [...(id ? [id] : []), ...propertiesOf(body)],
		async run(ctx, itemIndex) {
			const own = id ? readId(ctx, itemIndex, id.name) : '';
			const sent = body.length > 0 && { body: await readBody(ctx, itemIndex, body) };
			const data = await callPi(ctx, { method, path: path(own), itemIndex, ...sent });
			return asResult ? asResult(data) : data;
		},
	};
}
