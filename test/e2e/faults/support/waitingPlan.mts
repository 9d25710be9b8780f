import type { piapiSandbox } from '../../support/piapi.mts';
import type { Dice } from './dice.mts';

type Task = Awaited<ReturnType<Awaited<ReturnType<typeof piapiSandbox>>['tasks']>>[number];

export const EXECUTIONS = 50;
export const TASKS = 10;
/** Tasks end in these phases; n8n is killed or restarted at the beginning of those with `down`. */
export const PHASES = ['before', 'down', 'between', 'down again', 'after'];
const LAST = PHASES[PHASES.length - 1];

const MIXED = 'some are lost';
const AT_ONCE = 'all at the same instant';
const ENDLESS = 'one task does not end';
const NONE = 'none arrives';

/** What becomes of the callbacks of each ten executions; in minutes, how long they wait at most. */
const KINDS = [
	...Array.from({ length: 6 }, () => ({ callbacks: MIXED, maxWait: 5 })),
	...Array.from({ length: 2 }, () => ({ callbacks: AT_ONCE, maxWait: 5 })),
	{ callbacks: ENDLESS, maxWait: 1 },
	{ callbacks: NONE, maxWait: 1 },
];

export const kindOf = (execution: number) => KINDS[execution % KINDS.length];

export const promptsOf = (execution: number) =>
	Array.from({ length: TASKS }, (_, task) => `execution ${execution} task ${task}`);

/** The execution, by its number, that a task belongs to. */
export const executionOf = ({ input }: Pick<Task, 'input'>) =>
	Number(/execution (\d+)/.exec(String(input.prompt))?.[1]);

interface Plan {
	/** For each phase the tasks, by their ids, that end at the same instant. */
	bursts: Map<string, string[][]>;
	dropped: string[];
	/** How many copies of a callback are sent at once. */
	copies: Map<string, number>;
}

/** Decides when each task that is open ends, and what becomes of its callback. */
export function planWaiting(tasks: Task[], dice: Dice): Plan {
	const open = tasks.filter(({ endedAt }) => endedAt === null);
	const singles = new Map<string, string[]>(PHASES.map((phase) => [phase, []]));
	const plan: Plan = { bursts: new Map(), dropped: [], copies: new Map() };
	const lasts: string[] = [];
	const together: string[][] = [];
	for (let execution = 0; execution < EXECUTIONS; execution++) {
		const { callbacks } = kindOf(execution);
		const ids = open.filter((task) => executionOf(task) === execution).map(({ id }) => id);
		const last = ids[ids.length - 1];
		for (const id of ids) {
			const isLost = callbacks === MIXED && id !== last && dice.roll(4) === 0;
			if (isLost || callbacks === NONE) plan.dropped.push(id);
			else if (dice.roll(4) === 0) plan.copies.set(id, 2 + dice.roll(3));
		}
		if (callbacks === AT_ONCE) together.push(ids);
		else for (const id of ids.slice(0, -1)) singles.get(dice.pick(PHASES))?.push(id);
		if (callbacks === MIXED || callbacks === NONE) lasts.push(last);
	}
	for (const [phase, ids] of singles) plan.bursts.set(phase, inTens(dice.shuffle(ids)));
	// Nothing resumes by a callback before n8n is up for good: no kill meets a run that is under way.
	plan.bursts.get(LAST)?.push(...inTens(dice.shuffle(lasts)), ...together);
	return plan;
}

function inTens(ids: string[]): string[][] {
	return Array.from({ length: Math.ceil(ids.length / 10) }, (_, i) =>
		ids.slice(i * 10, (i + 1) * 10),
	);
}
