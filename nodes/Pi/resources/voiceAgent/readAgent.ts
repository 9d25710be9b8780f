import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { readBody } from '../../body/readBody';
import { agentField } from './agentField';

/** @throws NodeOperationError when the item's `agent` is no object */
export async function readAgent(ctx: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const { agent } = await readBody(ctx, itemIndex, [agentField]);
	if (isRecord(agent)) return agent;
	throw new NodeOperationError(ctx.getNode(), 'The agent has to be an object', { itemIndex });
}
