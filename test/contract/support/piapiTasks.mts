import type { PiapiSandbox } from '../../../tools/sandbox/piapi/index.mts';

/** PiAPI's tasks in the order of the input items, whatever order they were created in: the prompts end in numbers. */
export function tasksInOrder(piapi: PiapiSandbox) {
	const number = (task: { input: unknown }) =>
		Number(/\d+$/.exec((task.input as { prompt: string }).prompt));
	return piapi.tasks().sort((a, b) => number(a) - number(b));
}

/** Input items whose prompts end in their numbers. */
export function numberedPrompts(count: number) {
	return Array.from({ length: count }, (_, i) => ({ prompt: `prompt ${i}` }));
}
