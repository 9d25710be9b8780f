import type { ServiceJob, StandIn } from '../standIn.mts';

export const BEARER: StandIn['signIn'] = ['authorization', 'Bearer sandbox-key'];

export const done = <T,>(job: ServiceJob, value: T): T | null =>
	job.state === 'completed' ? value : null;
export const failed = <T,>(job: ServiceJob, value: T): T | null =>
	job.state === 'failed' ? value : null;
