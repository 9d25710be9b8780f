import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../sandbox/index.mts';
import { type Editor, openEditor } from './browser/editor.mts';
import { connect } from './client.mts';
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
		await setUp(await connect(n8n.url), sandboxCredentials(sandbox));
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
		await triggerPicture(editor, take);
	} finally {
		for (const close of closers.reverse()) await close();
	}
}
