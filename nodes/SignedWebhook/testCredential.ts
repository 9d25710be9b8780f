import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { isBlank } from '../../lib/signatures/isBlank';
import { publicKeyProblem } from './keyProblem';

/**
 * Tests the credential without asking anybody: there is no sender to ask before the first delivery.
 * It tells whether the material could verify one.
 */
export async function testCredential(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const problem = materialProblem(
		text(data?.secret),
		text(data?.previousSecret),
		text(data?.publicKey),
		text(data?.jwksUrl),
	);
	return problem ? { status: 'Error', message: problem } : { status: 'OK', message: 'Well-formed' };
}

function materialProblem(
	secret: string,
	previous: string,
	key: string,
	jwksUrl: string,
): string | undefined {
	if (key.trim() !== '') {
		const problem = publicKeyProblem(key);
		if (problem) return problem;
	}
	if (secret !== '' && isBlank(secret))
		return 'Secret is blank: white space, or a prefix that lost what came after it';
	if (previous !== '' && isBlank(previous)) return 'Previous Secret is blank: empty it';
	if (jwksUrl !== '' && !/^https?:\/\/[^\s/]/.test(jwksUrl))
		return 'JWKS URL is no address: it begins with https://';
	if (secret === '' && key.trim() === '' && jwksUrl === '')
		return 'Fill in Secret, or Public Key for a sender that signs with a key pair';
	return undefined;
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
