import type { Task } from '../types.mts';

/** `completed` or `Completed`: both occur (docs/reference/piapi.md 1.5). */
export function spellStatus({ state, statusCase }: Pick<Task, 'state' | 'statusCase'>): string {
	return statusCase === 'lower' ? state : state[0]?.toUpperCase() + state.slice(1);
}
