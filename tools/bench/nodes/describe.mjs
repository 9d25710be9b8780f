/** The description of a node that does no more than it must. */
export function describe(name, displayName, more) {
	return {
		displayName,
		name,
		group: ['transform'],
		version: 1,
		description: 'For measuring',
		defaults: { name: displayName },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
		...more,
	};
}

/** A trigger's, with the one webhook that ours have, too. */
export function describeTrigger(name, displayName, httpMethod = 'POST') {
	const webhook = { name: 'default', httpMethod, responseMode: 'onReceived', path: 'webhook' };
	return describe(name, displayName, {
		...{ group: ['trigger'], inputs: [] },
		webhooks: [{ ...webhook, responseData: '' }],
	});
}
