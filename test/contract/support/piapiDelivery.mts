import type { IDataObject } from 'n8n-workflow';

/** The body of a callback of PiAPI's unified API, shaped like the page's example (docs/reference/piapi.md 4). */
export function piapiDelivery(task: IDataObject = {}, timestamp = Math.floor(Date.now() / 1000)) {
	return {
		timestamp,
		data: {
			task_id: 'task-1',
			model: 'Qubico/flux1-dev',
			task_type: 'txt2img',
			status: 'completed',
			config: { webhook_config: { endpoint: '', secret: '' } },
			input: { prompt: 'a lighthouse' },
			output: { image_url: 'https://img.example/1.png' },
			meta: {
				created_at: '2026-01-02T11:04:01.1234567+08:00',
				started_at: '2026-01-02T11:04:02.1234567+08:00',
				ended_at: '2026-01-02T11:04:05.6789012+08:00',
				usage: { type: 'point', frozen: 0, consume: 100_000 },
			},
			error: { code: 0, message: '' },
			...task,
		},
	};
}
