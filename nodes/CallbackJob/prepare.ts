import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { asNodeError } from '../../lib/operations/asNodeError';
import { isRecord } from '../../lib/http/isRecord';
import type { Preset } from './preset';
import { parametersOf, type ReadParameter } from './parameters';
import { serviceOf, type Service } from './service';
import { segmentProblem } from './templates';

/** What is known of an item before its job is created. */
export interface Preparation {
	service: Service;
	target: string;
	input: IDataObject;
	/** Where a custom service is asked about this job. */
	statusUrl: string;
	/** Why no job can be created of the item. */
	problem?: Error;
}

/**
 * Reads and checks every item, so that nothing is bought while another item is wrong.
 *
 * @throws the first problem, unless the node continues on fail
 */
export async function prepareAll(ctx: IExecuteFunctions): Promise<Preparation[]> {
	const prepared: Preparation[] = [];
	for (const itemIndex of ctx.getInputData().keys()) {
		const preparation = await prepare(ctx, itemIndex);
		if (preparation.problem && !ctx.continueOnFail())
			throw asNodeError(ctx, preparation.problem, itemIndex);
		prepared.push(preparation);
	}
	return prepared;
}

async function prepare(ctx: IExecuteFunctions, itemIndex: number): Promise<Preparation> {
	const service = await serviceOf(ctx, itemIndex);
	const read = parametersOf(ctx, itemIndex);
	const isCustom = service.preset.value === 'custom';
	const target = isCustom ? '' : targetOf(service.preset, read);
	const input = objectOf(read(isCustom ? 'body' : 'input', {}));
	const statusUrl = isCustom ? String(read('statusUrl')).trim() : '';
	const waits = read('completion', 'wait') === 'wait';
	const message =
		targetProblem(service.preset, target) ??
		(input ? undefined : `"${isCustom ? 'Body' : 'Input'}" must be a JSON object`) ??
		(isCustom ? customProblem(read, waits) : undefined);
	return {
		...{ service, target, input: input ?? {}, statusUrl },
		...(message && { problem: new NodeOperationError(ctx.getNode(), message, { itemIndex }) }),
	};
}

/** The target as the service wants it in a URL. */
export function targetOf({ target }: Preset, read: ReadParameter): string {
	if (!target) return '';
	const given = String(read('target') ?? '')
		.trim()
		.replace(/^\/+|\/+$/g, '');
	return target.replace ? given.replaceAll(...target.replace) : given;
}

/** Why the service cannot be asked for this target, or nothing. */
export function targetProblem({ target, title }: Preset, given: string): string | undefined {
	if (!target || (given === '' && target.isOptional)) return undefined;
	if (given === '') return `"Target" is empty. ${title} wants to know: ${target.description}`;
	return segmentProblem(given, 'Target');
}

function objectOf(given: unknown): IDataObject | undefined {
	if (typeof given !== 'string') return isRecord(given) ? given : undefined;
	if (given.trim() === '') return {};
	try {
		const value: unknown = JSON.parse(given);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** A key goes to the host that the job is created at, and nowhere else. */
function customProblem(read: ReadParameter, waits: boolean): string | undefined {
	const [url, statusUrl, cancelUrl] = ['url', 'statusUrl', 'cancelUrl'].map((name) =>
		String(read(name) ?? '').trim(),
	) as [string, string, string];
	if (!/^https?:/i.test(url) || !URL.canParse(url)) return `"URL" is not a URL: "${url}"`;
	if (waits && statusUrl === '')
		return '"Status URL" is empty: what a callback says is believed only when the service says so too';
	if (statusUrl !== '' && !statusUrl.includes('{id}'))
		return '"Status URL" has no {id} in it, where the job ID belongs';
	const { host } = new URL(url);
	const elsewhere = [statusUrl, cancelUrl].find(
		(other) => other !== '' && (!URL.canParse(other) || new URL(other).host !== host),
	);
	return elsewhere === undefined
		? undefined
		: `"${elsewhere}" is not at ${host}: a key is sent to one host only`;
}
