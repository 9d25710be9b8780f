import type { Dispatcher } from 'undici';
import type { Clock } from '../clock.mts';
import type { DeliveryFault } from '../faults.mts';
import { post } from './post.mts';
import { tamper } from './tamper.mts';
import type { Attempt, Credential, Delivery, Exchange } from './types.mts';

export interface AttemptResult {
	attempts: Attempt[];
	success: boolean;
}

const CREDENTIALS: Partial<Record<DeliveryFault['kind'], Credential>> = {
	wrongSecret: 'wrong',
	missingSecret: 'missing',
	blankSecret: 'blank',
};

const is2xx = (status: number) => status >= 200 && status < 300;

/** Builds, signs, spoils where asked, and sends one attempt of a delivery (and its duplicates). */
export async function makeAttempt(context: {
	delivery: Delivery;
	number: number;
	faults: DeliveryFault[];
	clock: Clock;
	agent: Dispatcher;
}): Promise<AttemptResult> {
	const { delivery, number, faults, clock, agent } = context;
	let shiftMs = 0;
	let copies = 1;
	let waitMs = 0;
	let refused = false;
	let credential: Credential = 'right';
	let spoil = (body: string) => body;
	for (const fault of faults) {
		if (fault.kind === 'stale') shiftMs = -fault.seconds * 1000;
		if (fault.kind === 'duplicate' && number === 1) copies = fault.count;
		if (fault.kind === 'slow') waitMs = fault.ms;
		if (fault.kind === 'refuse') refused = true;
		if (fault.kind === 'tamper') spoil = (body) => tamper(body, fault);
		credential = CREDENTIALS[fault.kind] ?? credential;
	}
	if (waitMs > 0) await clock.sleep(waitMs);

	const moment = { attempt: number, now: clock.now() + shiftMs, shiftMs, credential };
	const signed = delivery.body(moment);
	const headers = delivery.headers(moment, signed);
	const body = spoil(signed);

	const exchange = async (): Promise<Exchange> =>
		refused
			? {
					sentAt: clock.now(),
					ms: 0,
					status: null,
					headers: {},
					body: '',
					error: 'ECONNREFUSED (fault)',
				}
			: await post({ url: delivery.url, headers, body, timeoutMs: delivery.timeoutMs }, agent);
	const answers = await Promise.all(Array.from({ length: copies }, exchange));

	const attempts = answers.map((answer, copy) => ({
		attempt: number,
		copy,
		url: delivery.url,
		sent: { headers, body },
		faults: faults.map(({ kind }) => kind),
		answer,
	}));
	const status = answers[0]?.status ?? null;
	const success = status !== null && (delivery.isSuccess ?? is2xx)(status);
	return { attempts, success };
}
