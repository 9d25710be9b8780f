import type { Request, Response } from 'express';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import type { createHost } from '../../contract/harness/createHost.mts';

type Host = Pick<Awaited<ReturnType<typeof createHost>>, 'knock'>;

/** What the trigger answered, and with what an execution would be started. */
export interface Knocked {
	status: number;
	answer: unknown;
	items?: INodeExecutionData[][];
}

/** Hands a delivery to a trigger as n8n's server would, and waits for its answer. */
export async function knock(
	host: Host,
	{ method, url, rawHeaders, body }: Delivery,
): Promise<Knocked> {
	const { pathname, search } = new URL(url, 'http://127.0.0.1');
	const request = {
		method,
		rawHeaders,
		headers: {},
		params: {},
		query: {},
		originalUrl: pathname + search,
		contentType: 'application/json',
		rawBody: body,
	};
	const response = new Answering();
	const result = await host.knock(request as never as Request, response as never as Response);
	response.finish();
	const { noWebhookResponse, webhookResponse, workflowData: items } = result;
	if (noWebhookResponse) return { status: response.statusCode, answer: response.body, items };
	return { status: 200, answer: webhookResponse, items };
}

/** As much of a response as triggers use. */
class Answering {
	statusCode = 200;

	body: unknown;

	private readonly finished: Array<() => void> = [];

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	json(body: unknown) {
		this.body = body;
		return this;
	}

	end() {
		return this;
	}

	once(event: string, listener: () => void) {
		if (event === 'finish') this.finished.push(listener);
		return this;
	}

	finish() {
		for (const listener of this.finished) listener();
	}
}
