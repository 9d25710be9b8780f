import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import { readExamples, type Example } from '../../tools/n8n/examples.mts';
import { manifest, root } from './harness/builtPackage.mts';

const examples = readExamples();
const OURS = `${manifest.name}.`;
const STICKY = 'n8n-nodes-base.stickyNote';
/** In pixels of n8n's canvas. */
const NODE_SIZE = 96;

const isSticky = ({ type }: INode) => type === STICKY;
const stickiesOf = ({ nodes }: Example) => nodes.filter(isSticky);
const text = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** From, to, kind of connection. */
const linksOf = ({ connections }: Example) =>
	Object.entries(connections).flatMap(([from, kinds]) =>
		Object.entries(kinds).flatMap(([kind, outputs]) =>
			outputs.flatMap((output) => (output ?? []).map(({ node }) => ({ from, to: node, kind }))),
		),
	);

const boxOf = ({ position: [x, y], parameters: { width, height } }: INode) => ({
	...{ left: x, top: y },
	right: x + Number(width ?? NODE_SIZE),
	bottom: y + Number(height ?? NODE_SIZE),
});

function overlap(a: INode, b: INode): boolean {
	const [one, other] = [boxOf(a), boxOf(b)];
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}

describe.each(examples.map((example) => [example.id, example] as const))('%s', (id, example) => {
	it('is a workflow and nothing of the n8n it was made in', () => {
		const allowed = ['id', 'name', 'nodes', 'connections', 'settings'];
		expect(Object.keys(example).filter((key) => !allowed.includes(key))).toEqual([]);
		expect(JSON.parse(text('examples', `${id}.json`))).not.toHaveProperty('id');
		expect(example.settings).toEqual({ executionOrder: 'v1' });
	});

	it('names the kind of each credential, and none of its own', () => {
		for (const { credentials = {}, type } of example.nodes) {
			for (const placeholder of Object.values(credentials)) {
				expect(placeholder).toEqual({ id: '', name: expect.stringMatching(/^\w+ account$/) });
			}
			if (type.startsWith(OURS)) expect(Object.keys(credentials)).toHaveLength(1);
		}
		expect(JSON.stringify(example)).not.toMatch(/127\.0\.0\.1|localhost|signature=|sk-|pi_live_/);
	});

	it('leads from a trigger to every node, and each has a name of its own', () => {
		const links = linksOf(example);
		const names = example.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { from, to } of links) expect(names).toEqual(expect.arrayContaining([from, to]));
		const steps = example.nodes.filter((node) => !isSticky(node));
		const reached = new Set(steps.filter(({ type }) => /trigger$/i.test(type)).map((n) => n.name));
		expect(reached.size).toBeGreaterThan(0);
		for (const _ of links) {
			for (const { from, to, kind } of links) {
				const [next, known] = kind === 'main' ? [to, from] : [from, to];
				if (reached.has(known)) reached.add(next);
			}
		}
		expect(steps.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
	});

	it('has one note that says in two sentences what it is about, and so do the lists', () => {
		const [note, ...more] = stickiesOf(example).map(({ parameters }) => String(parameters.content));
		expect(more).toEqual([]);
		const [title, explanation, ...rest] = note.split('\n');
		expect(rest).toEqual([]);
		expect(title).toMatch(/^## [A-Z]/);
		expect(explanation.replaceAll('**', '').split(/(?<=[.!?])\s+(?=[A-Z])/)).toHaveLength(2);
		expect(text('examples', 'README.md')).toContain(
			`## [${example.name}](${id}.json)\n\n${explanation}\n`,
		);
	});

	it('lies on the canvas without one thing on another', () => {
		const pairs = example.nodes.flatMap((a, i) =>
			example.nodes.slice(i + 1).map((b) => [a, b] as const),
		);
		expect(pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.name}, ${b.name}`)).toEqual(
			[],
		);
	});
});

describe('all examples together', () => {
	it('share no ID, so that they can live in one n8n', () => {
		const nodes = examples.flatMap((example) => example.nodes);
		const ids = nodes.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const paths = nodes.flatMap(({ webhookId }) => webhookId ?? []);
		expect(new Set(paths).size).toBe(paths.length);
		for (const id of [...ids, ...paths])
			expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	});
});
