import type { IDataObject } from 'n8n-workflow';
import type { PiSandbox } from '../../../tools/sandbox/pi/index.mts';
import { createHost } from '../harness/createHost.mts';

export type PiHost = Awaited<ReturnType<typeof openPiHost>>;

interface Options {
	parameters?: IDataObject;
	workflowId?: string;
	/** Further triggers of the same workflow. */
	names?: string[];
	credential?: IDataObject;
}

const ATTEMPTS = 5;
let hosts = 0;

/** A workflow with Pi Triggers, and what n8n does when it is published and unpublished. */
export async function openPiHost(pi: PiSandbox, options: Options = {}) {
	const {
		parameters = {},
		workflowId = `pi-${++hosts}`,
		names = ['piTrigger'],
		credential = {},
	} = options;
	const piApi = { baseUrl: pi.url, apiKey: pi.apiKey, ...credential };
	const host = await createHost({
		workflowId,
		nodes: names.map((name) => ({
			type: 'piTrigger',
			name,
			parameters: { events: ['*'], ...parameters },
		})),
		credentials: { piApi: piApi },
	});

	/** As n8n registers a trigger: up to five times, with a `delete` after each failure. */
	async function publish(name = names[0], attempts = ATTEMPTS): Promise<void> {
		try {
			if (!(await host.hook('checkExists', name))) await host.hook('create', name);
		} catch (error) {
			await host.hook('delete', name).catch(() => false);
			if (attempts === 1) throw error;
			await publish(name, attempts - 1);
		}
	}

	return {
		...host,
		workflowId,
		publish,
		unpublish: async (name = names[0]) => await host.hook('delete', name),
		/** The active entries of the registry with the trigger's URL. */
		active: (name = names[0]) =>
			pi
				.webhooks()
				.filter(({ endpointUrl, isActive }) => isActive && endpointUrl === host.webhookUrl(name)),
		/** The items of a run, once it has ended. */
		async itemsOf(index = 0) {
			const { error, items } = await host.settled(host.executions[index], 'success', 'error');
			if (error) throw error;
			return items.map(({ json }) => json);
		},
	};
}
