import type { IDataObject } from 'n8n-workflow';

/** The fields of `pipevestApi`, without what was pasted around them. */
export interface PipevestCredential {
	/** Without a slash at its end. */
	baseUrl: string;
	clientId: string;
	clientSecret: string;
	keyId: string;
	/** PEM, with real or escaped new lines. */
	privateKey: string;
	tokenPath: string;
	dialect: 'pipevest' | 'rfc9421';
	/** Blank until n8n has fetched one. */
	accessToken: string;
}

/** docs/reference/pipevest.md 0 */
const HOSTS: Readonly<Record<string, string>> = {
	production: 'https://api.pipevest.com/v1',
	staging: 'https://api.staging.pipevest.com/v1',
};

/** The endpoint has moved: which one is live is not documented (docs/reference/pipevest.md 0). */
const TOKEN_PATHS = { oauthToken: '/oauth/token', auth: '/auth' };

/** Reads what a user has typed into the credential. */
export function readCredential(fields: IDataObject): PipevestCredential {
	const text = (name: string) => String(fields[name] ?? '').trim();
	return {
		baseUrl: (HOSTS[text('environment')] ?? text('baseUrl')).replace(/\/+$/, ''),
		clientId: text('clientId'),
		clientSecret: text('clientSecret'),
		keyId: text('keyId'),
		privateKey: text('privateKey'),
		tokenPath: TOKEN_PATHS[text('tokenEndpoint') === 'auth' ? 'auth' : 'oauthToken'],
		dialect: text('signingDialect') === 'rfc9421' ? 'rfc9421' : 'pipevest',
		accessToken: text('accessToken'),
	};
}
