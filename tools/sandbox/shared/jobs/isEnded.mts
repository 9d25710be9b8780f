import type { JobState } from './types.mts';

export function isEnded(state: JobState): boolean {
	return state === 'completed' || state === 'failed' || state === 'cancelled';
}
