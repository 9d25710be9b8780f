import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from './describe.mjs';

const property = (name) => ({ displayName: name, name, type: 'string', default: '' });
const ENDED = ['completed', 'failed'];
const AT_ONCE = 10;

/** Runs `work` on each, some at a time. */
async function each(values, work) {
	const left = [...values];
	const lane = async () => {
		for (let value = left.shift(); value !== undefined; value = left.shift()) await work(value);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Creates a PiAPI task per item and asks for each every 3 s until all have ended. */
export class PollingTask {
	description = describe('pollingTask', 'Polling Task', {
		properties: [property('url'), property('apiKey'), property('seconds')],
	});

	async execute() {
		const [url, apiKey, seconds] = ['url', 'apiKey', 'seconds'].map((name) =>
			this.getNodeParameter(name, 0),
		);
		const call = async (method, path, body) => {
			const headers = { 'x-api-key': apiKey };
			return await this.helpers.httpRequest({ method, url: url + path, headers, body, json: true });
		};
		const open = new Set();
		await each(this.getInputData(), async ({ json }) => {
			const input = { prompt: json.prompt };
			const task = { model: 'Qubico/flux1-dev', task_type: 'txt2img', input };
			const { data } = await call('POST', '/api/v1/task', task);
			open.add(data.task_id);
		});
		while (open.size > 0) {
			await sleep(Number(seconds) * 1000);
			await each(open, async (id) => {
				const { data } = await call('GET', `/api/v1/task/${id}`);
				if (ENDED.includes(data.status.toLowerCase())) open.delete(id);
			});
		}
		return [this.getInputData()];
	}
}
