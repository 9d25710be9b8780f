import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { RetryBudget } from '../http/retryBudget';
import type { Scheme } from '../signatures/scheme';

/** A provider's job, as far as waiting cares. */
export interface Job {
	/** The provider's id of it. */
	id: string;
	/** Nothing more will happen to it. */
	done: boolean;
	/** The simplified item of it, with `jobId` and `status`. */
	json: IDataObject;
}

/** Where a provider is to call back, and what it has to bring. */
export interface Callback {
	url: string;
	secret: string;
}

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
	/** Fields of the created job's item that later looks may have forgotten. */
	remembers?: readonly string[];
	/**
	 * Asks the provider for the truth about a job.
	 *
	 * @param budget how patient the call may be: who waits for the answer decides
	 */
	look(ctx: LookContext, id: string, budget: RetryBudget): Promise<Job>;
	/** The same, for providers that answer only when the job is done or `ms` have passed. */
	lookLong?(ctx: IExecuteFunctions, id: string, ms: number): Promise<Job>;
	/** Cancels a job that nobody waits for any more; throws where the provider cannot. */
	cancel?(ctx: LookContext, id: string): Promise<void>;
	/** How many minutes results can be fetched after a job is done, where they expire soon. */
	keepsResultsFor?(ctx: LookContext): Promise<number | undefined>;
}

/** Nobody calls back about its jobs: a parked execution lives by its heartbeats. */
export interface CallsNobody extends PolledJobs {
	calls: 'nobody';
}

interface CallingJobs extends PolledJobs {
	/** The secrets a callback may be made from: the current one first. */
	secrets(ctx: LookContext): Promise<string[]>;
	/** Where the provider is: one on loopback can call anything back. */
	baseUrl(ctx: LookContext): Promise<string>;
}

/** It calls one URL about all jobs of a wait, and proves who it is. */
export interface CallsOneUrl extends CallingJobs {
	calls: 'oneUrl';
	/** How callbacks prove who they are. */
	scheme: Scheme;
	/** Reads a callback's body: whose job it is about, and whether that is done. */
	readCallback(body: unknown): { id: string; done: boolean } | undefined;
}

/** It calls the URL of each job, which is the proof; nothing that comes with the callback is believed. */
export interface CallsUrlPerJob extends CallingJobs {
	calls: 'urlPerJob';
	/** Whether it calls about progress too: a callback about a job under way is nothing odd then. */
	callsOften(ctx: LookContext): Promise<boolean>;
}

/** And how it calls back about a job, so that an execution can be parked meanwhile. */
export type JobSource = CallsNobody | CallsOneUrl | CallsUrlPerJob;

/** What is needed of a source once its jobs exist. */
export type LookedAt = Omit<CallsNobody, 'prepare'> | CallsOneUrl | CallsUrlPerJob;
