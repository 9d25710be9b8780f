import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { listRoomsToken } from './listRoomsToken';

const TIMEOUT_MS = 10_000;

/**
 * The test of `liveKitApi`: lists the rooms of the project, which costs nothing. Without its URL only
 * what was entered can be looked at.
 */
export async function testKey(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { apiKey, apiSecret, url } = trimmed(data);
	if (!apiKey || !apiSecret) return refused('Both the API key and its secret are needed');
	if (!url) {
		return {
			status: 'OK',
			message: 'Key and secret are there. Enter the project URL to have LiveKit check them',
		};
	}
	try {
		return explained(await askForRooms(url, listRoomsToken(apiKey, apiSecret, Date.now())));
	} catch {
		return refused(`${url} could not be reached. Check the project URL`);
	}
}

async function askForRooms(url: string, token: string): Promise<number> {
	const base = url.replace(/^ws/, 'http').replace(/\/+$/, '');
	const answer = await fetch(`${base}/twirp/livekit.RoomService/ListRooms`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: '{}',
		redirect: 'manual',
		signal: AbortSignal.timeout(TIMEOUT_MS),
	});
	return answer.status;
}

function explained(status: number): INodeCredentialTestResult {
	if (status === 200) return { status: 'OK', message: 'LiveKit knows this key' };
	if (status === 401 || status === 403)
		return refused('LiveKit does not accept this key with this secret');
	return refused(`LiveKit answered with status ${status}. Check the project URL`);
}

function refused(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

function trimmed(data: ICredentialDataDecryptedObject) {
	const text = (name: string) => String(data[name] ?? '').trim();
	return { apiKey: text('apiKey'), apiSecret: text('apiSecret'), url: text('url') };
}
