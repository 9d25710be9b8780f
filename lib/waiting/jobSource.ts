import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { RetryBudget } from '../http/retryBudget';
import type { Scheme } from '../signatures/scheme';
import type { Callback, Job } from './job';

/** The n8n contexts in which a job can be looked at. */
export type LookContext = IExecuteFunctions | IWebhookFunctions;

/** What a provider tells the waiting room: how a job is created and looked at. */
export interface PolledJobs {
	/** The provider's name, as in messages to the user. */
	name: string;
	/**
	 * Builds and checks the request that creates the job of an input item.
	 *
	 * @returns what sends it, which may cost money; only a provider that knows idempotency keys is asked twice
	 * @throws NodeOperationError that names the wrong field
	 */
	prepare(
		ctx: IExecuteFunctions,
		itemIndex: number,
		callback: Callback | undefined,
	): Promise<() => Promise<Job>>;
	/**
	 * Where the user finds the job of an item when the answer to its creation was lost, as in `Look at …`:
	 * the call is not sent again then. Nothing where sending it twice creates nothing twice.
	 */
	ifLost?(itemIndex: number): string | undefined;
	/** Takes up a job that a try before this one has created (Retry On Fail). */
	adopt?(job: Job): void;
	/**
	 * Asks the provider for the truth about a job.
	 *
	 * @param budget how patient the call may be: who waits for the answer decides
	 */
	look(ctx: LookContext, id: string, budget: RetryBudget): Promise<Job>;
	/** The same, for providers that answer only when the job is done or `ms` have passed. */
	lookLong?(ctx: IExecuteFunctions, id: string, ms: number): Promise<Job>;
}

interface CallingJobs extends PolledJobs {
	/** The secrets a callback may be made from: the current one first. */
	secrets(ctx: LookContext): Promise<string[]>;
	/** Where the provider is: one on loopback can call anything back. */
	baseUrl(ctx: LookContext): Promise<string>;
}

/** It calls one URL about all jobs of a wait, and proves who it is. */
export interface CallsOneUrl extends CallingJobs {
	urlPerJob?: undefined;
	/** How callbacks prove who they are. */
	scheme: Scheme;
	/** Reads a callback's body: whose job it is about, and whether that is done. */
	readCallback(body: unknown): { id: string; done: boolean } | undefined;
}

/** It calls the URL of each job, which is the proof; nothing that comes with the callback is believed. */
export interface CallsUrlPerJob extends CallingJobs {
	urlPerJob: true;
	/** Whether it calls about progress too: a callback about a job under way is nothing odd then. */
	callsOften(ctx: LookContext): Promise<boolean>;
}

/** And how it calls back about a job, so that an execution can be parked meanwhile. */
export type JobSource = CallsOneUrl | CallsUrlPerJob;
