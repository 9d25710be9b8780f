import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { Preset } from './preset';
import { presets } from './presets';

const TIMEOUT_MS = 10_000;

/**
 * The test of `callbackJobApi`: a call that needs the key and costs nothing, where the service has
 * one. Elsewhere only what was entered can be looked at.
 */
export async function testKey(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const apiKey = String(data.apiKey ?? '').trim();
	const preset = presets.find(({ value }) => value === data.service);
	if (!preset)
		return { status: 'OK', message: 'Saved: the first job will tell whether it is right' };
	if (!apiKey) return { status: 'Error', message: `${preset.title} needs an API key` };
	if (!preset.test) {
		return {
			status: 'OK',
			message: `Saved: ${preset.title} has no call that tries a key for free`,
		};
	}
	try {
		return explained(preset, await statusFor(preset, preset.test, apiKey));
	} catch {
		return { status: 'Error', message: `${preset.title} could not be reached. Try again` };
	}
}

async function statusFor(
	{ baseUrl, signIn: { header, prefix } }: Preset,
	path: string,
	apiKey: string,
): Promise<number> {
	const answer = await fetch(`${baseUrl}${path}`, {
		headers: { [header]: `${prefix}${apiKey}` },
		redirect: 'manual',
		signal: AbortSignal.timeout(TIMEOUT_MS),
	});
	return answer.status;
}

function explained({ title }: Preset, status: number): INodeCredentialTestResult {
	if (status === 401 || status === 403)
		return { status: 'Error', message: `${title} does not accept this key` };
	if (status < 400) return { status: 'OK', message: `${title} knows this key` };
	return { status: 'OK', message: `Saved: ${title} answered with ${status}, which says nothing` };
}
