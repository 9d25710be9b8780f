import type { IDataObject, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';
import type { Operation, PreparedOperation } from '../../../lib/operations/operation';
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
	/** As of a `PreparedOperation`. */
	ifLost?: string;
}

/** An operation that is one call, answered at once. One that changes something is checked for all items first. */
export function callOperation({
	method,
	id,
	path,
	body = [],
	asResult,
	ifLost,
	...words
}: Call): Operation {
	const fields = [...(id ? [id] : []), ...propertiesOf(body)];
	const prepare: PreparedOperation['prepare'] = async (ctx, itemIndex) => {
		const own = id ? readId(ctx, itemIndex, id.name) : '';
		const sent = body.length > 0 && { body: await readBody(ctx, itemIndex, body) };
		return async () => {
			const data = await callPi(ctx, { method, path: path(own), itemIndex, ...sent });
			return asResult ? asResult(data) : data;
		};
	};
	if (method !== 'GET') return { ...words, fields, prepare, ifLost };
	return { ...words, fields, run: async (ctx, index) => await (await prepare(ctx, index))() };
}
