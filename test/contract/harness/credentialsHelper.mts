import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { credentialType } from './builtPackage.mts';

export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/** n8n's credentials service over plain data: authenticates with the built credential classes. */
export function createCredentialsHelper(data: CredentialData): ICredentialsHelper {
	const helper = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: (name: string) => credentialType(name).properties,
		async getDecrypted(_: unknown, __: unknown, name: string) {
			const defaults = credentialType(name).properties.map((property) => [
				property.name,
				property.default,
			]);
			return { ...Object.fromEntries(defaults), ...data[name] };
		},
		async authenticate(
			credentials: ICredentialDataDecryptedObject,
			name: string,
			request: IHttpRequestOptions,
		) {
			const { authenticate } = credentialType(name);
			return typeof authenticate === 'function'
				? await authenticate(credentials, request)
				: request;
		},
		// As n8n does: only for an expirable property that is empty or refused, and kept afterwards.
		async preAuthentication(
			helpers: never,
			credentials: ICredentialDataDecryptedObject,
			name: string,
			_: unknown,
			expired: boolean,
		) {
			const { properties, preAuthentication } = credentialType(name);
			const expirable = properties.find(
				({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable,
			);
			if (!expirable || !preAuthentication || (credentials[expirable.name] !== '' && !expired))
				return undefined;
			const output = await preAuthentication.call(helpers, credentials);
			Object.assign(data[name], output);
			return Object.assign(credentials, output);
		},
	};
	return Object.assign(Object.create(ICredentialsHelper.prototype) as ICredentialsHelper, helper);
}
