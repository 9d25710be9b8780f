import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf, type Execution } from '../../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../../tools/n8n/client/waitUntil.mts';
import { piapiCredential, piapiSandbox } from '../support/piapi.mts';
import { quiet } from '../support/runsOf.mts';
import { n8n, restartN8n, world } from '../world/world.mts';
import { answerOf } from './support/answerOf.mts';
import { isTaken } from './support/deliverUntilTaken.mts';
import { createDice } from './support/dice.mts';
import { createEffect } from './support/effect.mts';
import { printTable, tally } from './support/printTable.mts';
import {
	EXECUTIONS,
	TASKS,
	executionOf,
	kindOf,
	planWaiting,
	promptsOf,
} from './support/waitingPlan.mts';
import { publishWaiting } from './support/waitingWorkflow.mts';

const PATH = 'waits-through-faults';
/** n8n opens an isolate for each call: more than it can take pile up until nothing is answered. */
const MOST_UNDER_WAY = 8;
/** What n8n does not answer while it goes down shall not hold up the others. */
const LONGEST_CALL_MS = 10_000;
const AT_THE_DEADLINE = 'at the deadline';
const WITH_A_CALLBACK = 'with a callback';

const dice = createDice();
let sandbox: Awaited<ReturnType<typeof piapiSandbox>>;
let effect: Awaited<ReturnType<typeof createEffect>>;
let workflowId: string;

/** What the node after the wait says of each task. */
interface Said {
	job: string;
	status: string;
	urls: string[];
}

beforeAll(async () => {
	sandbox = await piapiSandbox();
	await sandbox.reset();
	await sandbox.behave({ hold: true });
	await sandbox.configure({ deliveryTimeoutMs: LONGEST_CALL_MS });
	effect = await createEffect(
		'After',
		'{ job: $json.jobId, status: $json.status, urls: $json.resultUrls }',
	);
	workflowId = await publishWaiting(PATH, await piapiCredential(), effect.step);
});
afterAll(async () => {
	await (await n8n()).workflows.unpublish(workflowId);
	await effect.close();
	await sandbox.reset();
});

/** Starts every execution; of each about one task ends and calls back before its id is known. */
async function parkAll(): Promise<void> {
	for (let index = 0; index < EXECUTIONS; index++) {
		await sandbox.fault({ on: 'endpoint', method: 'POST', path: '/task', kind: 'early', times: 1 });
		const { maxWait } = kindOf(index);
		await sandbox.send({
			url: `${world().n8n}/webhook/${PATH}`,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ prompts: promptsOf(index), maxWait }),
		});
	}
	await (await n8n()).executions.waitFor({ workflowId }, EXECUTIONS);
	await quiet(workflowId);
}

/** Lets the tasks end in the phases of the plan, n8n going down at the beginning of two of them. */
async function passAll(): Promise<void> {
	const { bursts, dropped, copies } = planWaiting(await sandbox.tasks(), dice);
	for (const taskId of dropped) {
		await sandbox.fault({ on: 'delivery', kind: 'drop', about: { taskId } });
	}
	for (const [taskId, count] of copies) {
		await sandbox.fault({ on: 'delivery', kind: 'duplicate', count, about: { taskId } });
	}
	for (const [phase, together] of bursts) {
		const goesDown = phase.startsWith('down');
		if (goesDown) await quiet(workflowId);
		const restarted = goesDown && restartN8n(phase === 'down' ? 'kill9' : 'politely');
		for (const ids of together) {
			await waitUntil(
				'fewer callbacks to be under way',
				async () => (await sandbox.deliveries({ state: 'underWay' })).length < MOST_UNDER_WAY,
				120,
			);
			await Promise.all(ids.map(async (id) => await sandbox.finish({ id })));
		}
		await restarted;
	}
}

/** Every execution, when the last one has gone on. */
async function ended(): Promise<Execution[]> {
	const { executions } = await n8n();
	const allEnded = async () => {
		const all = await executions.list({ workflowId });
		return all.every(({ status }) => /success|error|crashed|canceled/.test(status)) && all;
	};
	const found: Execution[] = [];
	for (const { id } of await waitUntil('all executions to go on', allEnded, 500)) {
		found.push(await executions.get(id));
	}
	return found;
}

/** Which tasks an execution has waited for, and how it went on. */
function readExecution(execution: Execution) {
	const items = [0, 1].flatMap((output) => itemsOf(execution, 'PiAPI', output));
	const timedOut = items.some(({ json }) => json.status === 'timed_out');
	const { status } = execution;
	const way = status !== 'success' ? status : timedOut ? AT_THE_DEADLINE : WITH_A_CALLBACK;
	return { way, jobs: items.map(({ json }) => String(json.jobId)), items };
}

describe(`${EXECUTIONS} parked executions of ${TASKS} tasks each, n8n restarted twice`, () => {
	it('all that n8n does not lose go on once, with every result that the provider has', async () => {
		await parkAll();
		await passAll();
		const read = (await ended()).map(readExecution);
		await sandbox.idle({ timeoutMs: 60_000 });

		const said = effect.said<Said>();
		const tasks = new Map((await sandbox.tasks()).map((task) => [task.id, task]));
		const deliveries = await sandbox.deliveries();
		const looks = await sandbox.requests({ method: 'GET', path: '/task/' });
		const lastLook = new Map(looks.map(({ path, at }) => [path.split('/').at(-1), at]));
		const endOf = (job: string) => tasks.get(job)?.endedAt ?? Infinity;

		/** Results that were there at the last look, or that nobody has looked for. */
		const lost = said.filter(({ job, status, urls }) => {
			const wasThere = endOf(job) < (lastLook.get(job) ?? Infinity);
			return wasThere && (status !== 'completed' || urls.length === 0);
		});
		/** Executions that took a callback when all was done, and slept on. */
		const asleep = read.filter(({ way, jobs }) => {
			const done = Math.max(...jobs.map(endOf));
			const attempts = deliveries.flatMap((each) =>
				jobs.includes(each.about.taskId) ? each.attempts : [],
			);
			const taken = attempts.some(({ answer }) => isTaken(answer) && answer.sentAt > done);
			return way === AT_THE_DEADLINE && taken;
		});
		const ways = read.map(({ way, jobs }) => {
			const task = tasks.get(jobs[0]);
			return `${way}; callbacks: ${task && kindOf(executionOf(task)).callbacks}`;
		});

		const answers = deliveries.flatMap(({ state, attempts }) =>
			attempts.length === 0 ? [state] : attempts.map(({ answer }) => answerOf(answer)),
		);
		printTable(`Callbacks (seed ${dice.seed})`, tally(answers));
		printTable(`How ${EXECUTIONS} executions went on`, tally(ways));
		printTable(
			`Items of ${EXECUTIONS * TASKS} tasks`,
			tally(read.flatMap(({ items }) => items.map(({ json }) => String(json.status)))),
		);
		printTable('And after one more look at what was not done', tally(said.map((s) => s.status)));

		// n8n shows an execution as crashed that was running when it was killed: its deadline came just then.
		const crashed = read.filter(({ way }) => way === 'crashed');
		const heard = new Set(said.map(({ job }) => job));
		const unheard = [...tasks.values()].filter(({ id }) => !heard.has(id));
		expect(tasks.size).toBe(EXECUTIONS * TASKS);
		expect([said.length, heard.size + unheard.length]).toEqual([heard.size, tasks.size]);
		expect(unheard).toHaveLength(crashed.length * TASKS);
		expect(new Set(unheard.map(executionOf)).size).toBe(crashed.length);
		expect(lost).toEqual([]);
		expect(asleep).toEqual([]);
		const wentOn = read.filter((each) => !crashed.includes(each));
		expect(new Set(wentOn.map(({ way }) => way))).toEqual(
			new Set([AT_THE_DEADLINE, WITH_A_CALLBACK]),
		);
	}, 900_000);
});
