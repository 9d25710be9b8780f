import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { retryBudget } from '../../lib/http/retryBudget';
import { newSecret } from '../../lib/registration/newSecret';
import type { Entry, RegistrationContext, Registry } from '../../lib/registration/registry';
import { callPi, dataOf, piBaseUrl, sendToPi, type PiCall } from './api';
import { listOf } from './listOf';
import { pathSegment } from '../../lib/http/pathSegment';
import type { RequestContext } from '../../lib/http/request';

/**
 * Pi's webhook registry: entries can be switched off and on, never deleted, and their secret is shown
 * to nobody again (docs/reference/pi.md 5).
 */
export function piRegistry(ctx: RegistrationContext): Registry {
	const call = async (request: PiCall) =>
		await callPi(ctx, { ...request, ...retryBudget.activation });
	/** What answers may be something else than Pi, and has switched nothing. */
	const unconfirmed = (what: string) =>
		new NodeOperationError(
			ctx.getNode(),
			`Pi did not confirm that the webhook is ${what}. Check the base URL in the credential`,
		);
	return {
		name: 'Pi',
		baseUrl: async () => await piBaseUrl(ctx),
		async list() {
			return listOf(ctx, await call({ method: 'GET', path: '/webhooks' })).map(asEntry);
		},
		async create(url) {
			const secret = newSecret();
			const body = { endpoint_url: url, secret };
			const { id } = await call({ method: 'POST', path: '/webhooks', body });
			if (typeof id !== 'string' || id === '') throw unconfirmed('registered');
			return { id, secret };
		},
		async enable(id) {
			const { is_active: isActive } = await call(switching(ctx, id, true));
			if (isActive !== true) throw unconfirmed('enabled');
		},
		async retire(id) {
			const request = {
				...switching(ctx, id, false),
				missingIsFine: true,
				...retryBudget.activation,
			};
			const answer = await sendToPi(ctx, request);
			const isOff = answer.status === 404 || dataOf(answer).is_active === false;
			if (!isOff) throw unconfirmed('disabled');
		},
	};
}

/** The call that switches an entry on or off. */
export function switching(ctx: RequestContext, id: string, isActive: boolean): PiCall {
	return {
		method: 'PATCH',
		path: `/webhooks/${pathSegment(ctx, id)}`,
		body: { is_active: isActive },
	};
}

function asEntry({ id, endpoint_url: url, is_active: isActive }: IDataObject): Entry {
	return { id: String(id), url: String(url), state: isActive === false ? 'off' : 'active' };
}
