import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { send } from '../unit/signatures/mutations.mts';
import { NOW } from '../unit/signatures/signing.mts';
import { doors, open } from './support/doors.mts';
import { knock } from './support/knock.mts';

const PADDING = 'x'.repeat(15 * 1024 * 1024);

afterEach(() => void jest.restoreAllMocks());

function lastByteChanged(body: Buffer): Buffer {
	const bytes = Buffer.from(body);
	bytes[bytes.length - 3] ^= 1;
	return bytes;
}

describe.each(doors)('$name', (door) => {
	const { sender, event, more } = door;
	const signsBody = sender.scheme.kind !== 'sharedSecret';

	it('takes a body of 15 MB as it was signed, and not zipped, cut short or changed at its end', async () => {
		const host = await open(door);
		jest.spyOn(Date, 'now').mockReturnValue(NOW);
		try {
			const body = Buffer.from(JSON.stringify({ ...event, padding: PADDING }));
			const genuine = { body, url: host.webhookUrl() };
			const delivery = send(sender, { tolerance: 300, genuine, more });
			const otherwise = [gzipSync(body), body.subarray(0, -1), lastByteChanged(body)];
			for (const other of signsBody ? otherwise : []) {
				const { status, items } = await knock(host, { ...delivery, body: other });
				expect({ status, items }).toEqual({ status: 401, items: undefined });
			}
			const { status, answer } = await knock(host, delivery);
			expect({ status, answer }).toEqual({ status: 200, answer: { status: 'accepted' } });
		} finally {
			await host.close();
		}
	});
});
