import { createHmac, randomBytes } from 'node:crypto';
import { LoggerProxy, sleep } from 'n8n-workflow';
import { callOwn } from '../http/callOwn';
import { countUntold } from '../inbound/reminders';
import { forgetWait, hasEnded, keepBeats } from './waitTable';

/** All that the heartbeats of a wait hold: nothing of its execution, which stays in n8n's database. */
export interface Heart {
	/** Of the wait, in `waitTable`. */
	key: string;
	/** Where n8n resumes the execution. */
	url: string;
	secret: string;
	/** Ms between two beats; 0 for none but the one at the deadline. */
	every: number;
	/** In ms since the epoch. */
	deadline: number;
}

type Reply = 'on' | 'over' | 'again';

export const BEAT_HEADER = 'x-pihooks-beat';

/** The first beat also makes up for a look before parking that failed. */
const FIRST_MS = 60_000;

/** After a beat that n8n could not take just now. */
const AGAIN_MS = 2_000;

/** Beats under way at once: each has some jobs looked at. */
const MOST_AT_ONCE = 4;

/** How long beats go on after the deadline, which n8n itself keeps too. */
const GRACE_MS = 5 * 60_000;

/** Longer timers fire at once (Node keeps their time in 31 bits). */
const LONGEST_PAUSE_MS = 20 * 24 * 60 * 60_000;

/** A beat is answered after a look at every unfinished job. */
const ANSWER_MS = 4 * 60_000;

export function newBeatSecret(): string {
	return randomBytes(16).toString('hex');
}

/** What a beat brings, so that nobody else can have the jobs looked at. */
export function beatProof(secret: string, key: string): string {
	return createHmac('sha256', secret).update(`n8n-nodes-pihooks:beat:${key}`).digest('hex');
}

/**
 * Calls a wait's own address now and then, as a provider would, until the wait is over: so that the jobs
 * are looked at although no callback came, and at the deadline. Runs on after `execute()` has returned
 * (docs/reference/n8n.md, A parked execution), and dies with its process.
 */
export function startBeats(heart: Heart) {
	const stop = new AbortController();
	keepBeats(heart.key, () => stop.abort());
	void beatOn(heart, stop.signal);
}

async function beatOn(heart: Heart, signal: AbortSignal) {
	let pause = pauseBefore(heart, Math.min(heart.every, FIRST_MS));
	while (!hasEnded(heart.key) && Date.now() < heart.deadline + GRACE_MS) {
		if (!(await slept(pause, signal)) || hasEnded(heart.key)) return;
		const reply = await inTurn(heart);
		if (reply === 'over') break;
		pause = reply === 'again' ? AGAIN_MS : pauseBefore(heart, heart.every);
	}
	forgetWait(heart.key);
}

/** Ms until the next beat: somewhat less than `every`, so that many waits do not all beat at once. */
function pauseBefore({ deadline }: Heart, every: number): number {
	const spread = every > 0 ? every * (0.8 + 0.2 * Math.random()) : Infinity;
	const left = deadline - Date.now();
	return left <= 0 ? AGAIN_MS : Math.min(spread, left);
}

/** @returns false when the wait was over before; n8n before 2.10 sleeps to the end all the same */
async function slept(ms: number, signal: AbortSignal): Promise<boolean> {
	try {
		await sleep(Math.min(ms, LONGEST_PAUSE_MS), signal);
	} catch {
		return false;
	}
	return !signal.aborted;
}

const waiting: Array<() => void> = [];
let underWay = 0;

/** Beats when few others do; at the deadline at once, since every item waits for it. */
async function inTurn(heart: Heart): Promise<Reply> {
	if (Date.now() >= heart.deadline) return await beat(heart);
	if (underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	underWay++;
	try {
		return await beat(heart);
	} finally {
		underWay--;
		waiting.shift()?.();
	}
}

/**
 * Beats once.
 *
 * @returns `over` when nobody waits any more, `again` when the execution could not be called right now
 */
async function beat({ key, url, secret, deadline }: Heart): Promise<Reply> {
	try {
		const headers = { [BEAT_HEADER]: beatProof(secret, key) };
		const { status, text } = await callOwn(url, headers, { timeout: ANSWER_MS });
		if (status === 200) return text.includes('"accepted"') ? 'on' : 'over';
		// n8n says so of an execution that is not stored yet or runs again, and of one that has finished.
		if (status === 409) return /finished/i.test(text) ? 'over' : isDue(deadline);
		if (status === 400 || status === 401 || status === 404) return 'over';
		if (status >= 500) return 'again';
		tell(`it answered ${status}`);
	} catch (error) {
		tell(String((error as Error).cause ?? error));
	}
	return isDue(deadline);
}

/** Before the deadline the next beat comes soon enough. */
function isDue(deadline: number): 'on' | 'again' {
	return Date.now() >= deadline ? 'again' : 'on';
}

function tell(problem: string) {
	if (countUntold('heartbeat') === undefined) return;
	LoggerProxy.warn(
		`A parked execution could not be looked at: n8n did not reach its own webhook address (WEBHOOK_URL), ${problem}`,
	);
}
