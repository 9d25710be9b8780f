import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isTool } from '../../lib/operations/isTool';
import type { LookContext } from '../../lib/waiting/jobSource';
import { customPreset } from './customPreset';
import { parametersOf, type CallbackJobCredential } from './parameters';
import type { Preset } from './preset';
import { presets } from './presets';

/** A service as this node speaks to it. */
export interface Service {
	preset: Preset;
	baseUrl: string;
	/** Never to be shown. */
	apiKey: string;
}

/** Parameters that say where a call goes. */
const ADDRESSES = ['url', 'statusUrl', 'cancelUrl'];

/**
 * The service that the credential is of, with the address that the options may name instead of its own.
 *
 * @throws NodeOperationError when node and credential disagree, or an AI agent could choose the address
 */
export async function serviceOf(ctx: LookContext, itemIndex = 0): Promise<Service> {
	const credential = await ctx.getCredentials<CallbackJobCredential>('callbackJobApi');
	const read = parametersOf(ctx, itemIndex);
	const refuse = (message: string, description?: string) =>
		new NodeOperationError(ctx.getNode(), message, { itemIndex, description });

	const chosen = String(read('service'));
	if (chosen !== '' && chosen !== credential.service) {
		throw refuse(
			`The credential is of ${nameOf(credential.service)}, but Service says ${nameOf(chosen)}`,
			'Choose a credential of the service, or As in the Credential',
		);
	}
	if ('getInputData' in ctx && isTool(ctx) && hasFreeAddress(ctx)) {
		throw refuse(
			'The address of a tool must be fixed text',
			'An expression would let the AI agent send the key anywhere',
		);
	}
	const preset =
		presets.find(({ value }) => value === credential.service) ??
		(credential.service === 'custom' ? customPreset(read, credential) : undefined);
	if (!preset) throw refuse(`There is no service "${credential.service}"`);
	const { baseUrl } = read('options', {}) as IDataObject;
	const own = String(baseUrl ?? '').trim();
	if (own !== '' && !URL.canParse(own)) throw refuse(`"Base URL" is not a URL: "${own}"`);
	return { preset, baseUrl: own || preset.baseUrl, apiKey: String(credential.apiKey ?? '').trim() };
}

function nameOf(service: string): string {
	return presets.find(({ value }) => value === service)?.title ?? 'a custom service';
}

function hasFreeAddress(ctx: IExecuteFunctions): boolean {
	const { options, ...parameters } = ctx.getNode().parameters as IDataObject;
	const given = [
		...ADDRESSES.map((name) => parameters[name]),
		(options as IDataObject | undefined)?.baseUrl,
	];
	return given.some((value) => typeof value === 'string' && value.startsWith('='));
}
