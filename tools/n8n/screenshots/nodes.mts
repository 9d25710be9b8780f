/** What several pictures have on the canvas. */
export const BY_HAND = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
export const AFTER = { name: 'Edit Fields', type: 'n8n-nodes-base.set', typeVersion: 3.4 };

export const createTask = (parameters = {}, name = 'PiAPI') => ({
	name,
	type: 'n8n-nodes-pihooks.piapi',
	parameters: {
		...{ resource: 'task', operation: 'create', family: 'flux' },
		...{ task: 'Qubico/flux1-schnell:txt2img', prompt: 'A lighthouse in a storm' },
		...parameters,
	},
});
