import { Session } from 'node:inspector/promises';

/**
 * V8's count of the blocks that run. To be imported first: it sees into functions only that were
 * compiled after it began.
 */
export const coverage = new Session();
coverage.connect();
await coverage.post('Profiler.enable');
await coverage.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
