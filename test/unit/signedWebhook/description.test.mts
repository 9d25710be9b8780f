import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import { senders } from '../../../dist/nodes/SignedWebhook/senders.js';
import { SignedWebhookTrigger } from '../../../dist/nodes/SignedWebhook/SignedWebhookTrigger.node.js';

const { description } = new SignedWebhookTrigger();

/** What the panel shows for the parameters. */
function shown(parameters: INode['parameters']): INodeProperties[] {
	const node = { typeVersion: 1, parameters } as INode;
	const all = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		true,
		node,
		description,
	);
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter({ ...all, ...parameters }, property, node, description),
	);
}

const namesOf = (properties: INodeProperties[]) => properties.map(({ name }) => name);

describe.each(Object.keys(senders))('%s', (scheme) => {
	it('is offered, with one notice that names the URL and the credential', () => {
		const options = description.properties.find(({ name }) => name === 'scheme')?.options ?? [];
		expect(options).toContainEqual(expect.objectContaining({ value: scheme }));
		const notices = shown({ scheme }).filter(({ type }) => type === 'notice');
		expect(notices).toHaveLength(1);
		expect(notices[0].displayName).toMatch(/production URL/);
		expect(notices[0].displayName).toMatch(/<b>(Secret|Public Key)<\/b>/);
	});

	it('shows each parameter once', () => {
		const names = namesOf(shown({ scheme, eventIdFrom: 'body', eventTypeFrom: 'header' }));
		expect(names).toEqual([...new Set(names)]);
		expect(names).toEqual(expect.arrayContaining(['events', 'simplify', 'options']));
	});
});

it('warns of SHA-1, and of nothing newer', () => {
	const notices = (algorithm: string) =>
		shown({ scheme: 'custom', algorithm }).filter(({ name }) => name === 'sha1Notice');
	expect(notices('sha1')).toHaveLength(1);
	expect([...notices('sha256'), ...notices('sha512')]).toEqual([]);
});

it('says that a body is not protected which nobody signs', () => {
	const notices = (content: string) =>
		shown({ scheme: 'custom', content }).filter(({ name }) => name === 'unsignedBodyNotice');
	expect(notices('{body:id}.{timestamp}')).toHaveLength(1);
	expect([...notices('{timestamp}.{body}'), ...notices('{bodySha256}')]).toEqual([]);
});

it('is below 120 KB as JSON', () => {
	expect(JSON.stringify(description).length).toBeLessThan(120_000);
});

it('asks where timestamp and id are only where they are signed', () => {
	const fields = (content: string) => namesOf(shown({ scheme: 'custom', content }));
	expect(fields('{body}')).not.toEqual(expect.arrayContaining(['timestampIn']));
	expect(fields('{body}')).not.toEqual(expect.arrayContaining(['idHeader']));
	expect(fields('{timestamp}.{body}')).toEqual(
		expect.arrayContaining(['timestampIn', 'timestampHeader', 'timestampUnit']),
	);
	expect(fields('{id}.{body}')).toEqual(expect.arrayContaining(['idHeader']));
});
