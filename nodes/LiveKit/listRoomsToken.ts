import { createHmac } from 'node:crypto';

const LIFETIME_S = 60;

/**
 * A JWT, signed with HS256, that may list a project's rooms and nothing else.
 *
 * @param now ms since the epoch
 */
export function listRoomsToken(apiKey: string, apiSecret: string, now: number): string {
	const seconds = Math.floor(now / 1000);
	const claims = {
		iss: apiKey,
		nbf: seconds,
		exp: seconds + LIFETIME_S,
		video: { roomList: true },
	};
	const content = [{ alg: 'HS256', typ: 'JWT' }, claims].map(encoded).join('.');
	return `${content}.${createHmac('sha256', apiSecret).update(content).digest('base64url')}`;
}

function encoded(value: object): string {
	return Buffer.from(JSON.stringify(value)).toString('base64url');
}
