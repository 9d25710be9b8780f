import type { GenericValue, IDataObject } from 'n8n-workflow';
import { collectUrls } from '../../lib/results/collectUrls';
import { lowerTrimmed, textOf } from '../../lib/text';
import { isCallbackUrl } from '../../lib/waiting/callbackUrl';
import { firstAt, valueAt } from './paths';
import type { Preset } from './preset';

export type JobStatus = 'completed' | 'failed' | 'cancelled' | 'processing';

/** What a service says of a job. */
export interface ReadJob {
	status: JobStatus;
	/** The service's own word. */
	serviceStatus: string;
	output: unknown;
	error: string | null;
	usage: unknown;
}

/** How deep a result is searched for callback URLs. */
const DEEPEST = 64;

const CANCELLED = ['cancelled', 'canceled', 'aborted'];

/** The ID of a job that was created, empty where the answer has none. */
export function readJobId({ jobId }: Preset, answer: unknown): string {
	return textOf(firstAt(answer, jobId)).trim();
}

/** Why an answer is no success although HTTP says so, or nothing. */
export function envelopeProblem({ envelope }: Preset, answer: unknown): string | undefined {
	if (!envelope) return undefined;
	const value = valueAt(answer, envelope.path);
	if (value === undefined) return undefined;
	const known: unknown[] = envelope.values.map(lowerCased);
	if (known.includes(lowerCased(value))) return undefined;
	const said = textOf(valueAt(answer, envelope.message));
	return `${envelope.path} ${textOf(value) || String(value)}${said && `: ${said}`}`;
}

/** Reads the answer to a look. Statuses are compared in any case and without spaces around them. */
export function readJob(preset: Preset, answer: unknown): ReadJob {
	const { status: at, output = {}, error, removed, usage } = preset;
	const serviceStatus = textOf(valueAt(answer, at.path)).trim();
	const status = statusOf(preset, serviceStatus);
	const isRemoved = removed !== undefined && valueAt(answer, removed) === true;
	const found = valueAt(answer, output.path ?? '');
	return {
		status,
		serviceStatus,
		output: output.isJson ? parsed(found) : found,
		error: isRemoved ? removedText(preset) : errorOf(status, preset.title, firstAt(answer, error)),
		usage: usage === undefined ? undefined : valueAt(answer, usage),
	};
}

/** The item of a job, the same for every service. */
export function jobItem(jobId: string, { usage, ...job }: ReadJob): IDataObject {
	const isDone = job.status === 'completed';
	const output = withoutCallbackUrls(job.output);
	return {
		jobId,
		status: job.status,
		resultUrls: isDone ? collectUrls(output) : [],
		error: job.error,
		serviceStatus: job.serviceStatus,
		output: (output ?? null) as GenericValue,
		usage: (usage ?? null) as GenericValue,
	};
}

/** Some services repeat the request: a callback URL in it would open the wait to whoever reads the item. */
function withoutCallbackUrls(value: unknown, depth = 0): unknown {
	if (typeof value === 'string') return isCallbackUrl(value) ? '[redacted]' : value;
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
	if (Array.isArray(value)) return value.map((entry) => withoutCallbackUrls(entry, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, withoutCallbackUrls(entry, depth + 1)]),
	);
}

function statusOf({ status: { done, failed, cancelled = [] } }: Preset, said: string): JobStatus {
	const isOneOf = (values: string[]) => values.map(lowerTrimmed).includes(lowerTrimmed(said));
	if (isOneOf(done)) return 'completed';
	if (isOneOf(failed)) return 'failed';
	return isOneOf([...CANCELLED, ...cancelled]) ? 'cancelled' : 'processing';
}

function errorOf(status: JobStatus, title: string, said: unknown): string | null {
	if (status !== 'failed' && status !== 'cancelled') return null;
	if (said === undefined) return status === 'failed' ? `${title} gave no reason` : null;
	return textOf(said) || JSON.stringify(said);
}

function removedText({ title, keepsResultsFor }: Preset): string {
	const span = keepsResultsFor === undefined ? '' : `, ${keepsResultsFor} minutes after the job`;
	return `${title} has removed the results${span}`;
}

function parsed(text: unknown): unknown {
	if (typeof text !== 'string') return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function lowerCased(value: unknown): unknown {
	return typeof value === 'string' ? lowerTrimmed(value) : value;
}
