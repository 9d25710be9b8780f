import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../sandbox/index.mts';
import { type Editor, openEditor } from './browser/editor.mts';
import { connect, type N8nClient } from './client.mts';
import { startN8n } from './n8n.mts';
import { pack } from './pack.mts';
import { root } from './paths.mts';
import { ensureRuntime } from './runtime.mts';
import { sandboxCredentials } from './sandboxCredentials.mts';
import { setUp } from './start/setUp.mts';

const PICTURES = join(root, 'docs', 'pictures');
/** Animations of the editor. */
const SETTLE_MS = 1_000;
const RUN_MS = 60_000;
const WITHOUT_TOASTS = '.el-notification { display: none }';

/** One of pictures, one of videos, one of music. */
const FAMILIES = {
	flux: 'Qubico/flux1-dev-advanced:fill-outpaint',
	kling: 'kling:video_generation',
	udio: 'music-u:generate_music',
};

type Take = (name: string) => Promise<void>;

/** A workflow after its run: how many items went where. */
async function workflowPicture({ page, openWorkflow }: Editor, take: Take) {
	await openWorkflow('piapi-wait-pictures');
	await page.getByTestId('execute-workflow-button').click();
	const done = page.getByTestId('canvas-node-status-success');
	await done.nth(3).waitFor({ timeout: RUN_MS });
	await page.mouse.move(0, 0);
	await take('workflow');
}

/** The form of a task beside what its run gave. */
async function formPicture({ openNode }: Editor, take: Take) {
	await openNode('Create all pictures');
	await take('piapi-create');
}

/** The fields of a family appear for its tasks only. */
async function familyPictures({ openWorkflow, openNode }: Editor, client: N8nClient, take: Take) {
	const tasks = Object.entries(FAMILIES);
	const nodes = tasks.map(([family, task], i) => ({
		...{
			id: randomUUID(),
			name: family,
			typeVersion: 1,
			position: [i * 300, 0] as [number, number],
		},
		type: 'n8n-nodes-pihooks.piapi',
		parameters: { resource: 'task', operation: 'create', family, task },
	}));
	const { id } = await client.workflows.create({ name: 'Families', nodes, connections: {} });
	for (const [family] of tasks) {
		await openWorkflow(id);
		await openNode(family);
		await take(`form-${family}`);
	}
}

/** A trigger with its production URL and the help about it. */
async function triggerPicture({ page, openWorkflow, openNode }: Editor, take: Take) {
	await openWorkflow('piapi-notify-receive');
	await openNode('PiAPI Trigger');
	await page.getByText('Webhook URLs').click();
	await page.getByTestId('radio-button-production').click();
	await page.getByText('When will this node').click();
	await take('piapi-trigger');
}

/** `npm run screenshots`: the pictures of the README, from a real n8n with the sandbox beside it. */
export async function main(): Promise<void> {
	const runtime = await ensureRuntime();
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-screenshots-'));
	const closers: Array<() => unknown> = [() => rmSync(folder, { recursive: true, force: true })];
	try {
		const tarball = await pack(join(folder, 'package'));
		const sandbox = await startSandbox();
		closers.push(async () => await sandbox.close());
		const n8n = await startN8n({ runtime, tarball, userFolder: join(folder, 'home') });
		closers.push(async () => await n8n.stop());
		const client = await connect(n8n.url);
		await setUp(client, sandboxCredentials(sandbox));
		const editor = await openEditor(n8n.url);
		closers.push(async () => await editor.close());

		mkdirSync(PICTURES, { recursive: true });
		const take: Take = async (name) => {
			await editor.page.waitForTimeout(SETTLE_MS);
			await editor.page.screenshot({ path: join(PICTURES, `${name}.png`), style: WITHOUT_TOASTS });
			console.log(join('docs', 'pictures', `${name}.png`));
		};
		await workflowPicture(editor, take);
		await formPicture(editor, take);
		await familyPictures(editor, client, take);
		await triggerPicture(editor, take);
	} finally {
		for (const close of closers.reverse()) await close();
	}
}
