import type { IDataObject } from 'n8n-workflow';
import type { PiSandbox } from '../../../tools/sandbox/pi/index.mts';
import { piItems } from '../support/piRun.mts';
import type { Output, Outputs } from './outputsOf.mts';

const INPUT = { type: 'eeg', data: '1,2', mimeType: 'text/csv' };
const STEPS = [{ id: 'a', action: 'campaigns.generate', input: { prompt: 'x' } }];

export async function* piOutputs(pi: PiSandbox): Outputs {
	const out = async (
		resource: string,
		operation: string,
		more: IDataObject = {},
	): Promise<Output> => [resource, operation, await piItems(pi, { resource, operation, ...more })];
	const finished = (type: string) => {
		const id = pi.start({ type, behaviour: { hold: true } });
		pi.finish({ id });
		return id;
	};
	const prompt = 'a cup';

	yield await out('avatar', 'generate', { prompt });
	yield await out('image', 'generate', { prompt });
	yield await out('ad', 'generate', { prompt });
	yield await out('campaign', 'generate', { prompt });
	const sourceJobId = finished('campaign_ad_generation');
	yield await out('campaign', 'edit', { prompt, sourceJobId });
	yield await out('campaign', 'localize', { prompt, sourceJobId, targetCulture: 'Japan' });
	yield await out('brand', 'extract', { url: 'https://example.com' });
	yield await out('health', 'analyze', { input: INPUT });
	yield await out('health', 'riskPriority', { input: { type: 'patient_data', data: '{}' } });
	yield await out('neuro', 'decode', { input: { type: 'eeg', data: '1', sampleRate: 128 } });
	yield await out('customJob', 'create', {
		path: '/robots/run',
		body: '{"robot_id":"r1","task":"patrol"}',
	});
	yield await out('job', 'get', { jobId: finished('ad_generation') });
	yield await out('job', 'wait', { jobId: finished('ad_generation') });

	const run = await out('run', 'create', { steps: JSON.stringify(STEPS) });
	yield run;
	yield await out('run', 'get', { runId: run[2][0].jobId });

	const save = { jobId: finished('avatar_generation'), label: 'Barista' };
	const saved = await out('avatar', 'save', save);
	yield saved;
	yield await out('avatar', 'get', { avatarId: saved[2][0].id });
	yield await out('avatar', 'getMany');

	const register = { endpointUrl: 'https://example.com/hook', secret: 'a secret of ours' };
	const webhook = await out('webhook', 'register', register);
	const webhookId = webhook[2][0].id;
	yield webhook;
	yield await out('webhook', 'getMany');
	yield await out('webhook', 'disable', { webhookId });
	yield await out('webhook', 'enable', { webhookId });

	const [agent] = await piItems(pi, {
		...{ resource: 'voiceAgent', operation: 'create' },
		agent: '{"name":"Host"}',
	});
	yield await out('voiceAgent', 'delete', { agentId: agent.id });
}
