import { swapSecret } from '../../shared/deliveries/swapSecret.mts';
import type { Credential } from '../../shared/deliveries/types.mts';

/** The secret goes out verbatim, and no header at all when none was given (docs/reference/piapi.md 4). */
export function secretHeaders(secret: string, credential: Credential): Record<string, string> {
	const sent = secret === '' ? undefined : swapSecret(secret, credential);
	return {
		'content-type': 'application/json',
		...(sent === undefined ? {} : { 'x-webhook-secret': sent }),
	};
}
