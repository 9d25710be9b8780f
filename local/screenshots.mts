import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../sandbox/index.mts';
import { openEditor } from './browser/editor.mts';
import { connect } from './client.mts';
import { startN8n } from './n8n.mts';
import { pack } from './pack.mts';
import { root } from './paths.mts';
import { ensureRuntime } from './runtime.mts';
import { sandboxCredentials } from './sandboxCredentials.mts';
import {
	credentialPicture,
	hintPicture,
	panelPicture,
	previewPicture,
	publishPictures,
	signedWebhookPicture,
	waitingPicture,
} from './screenshots/helpPictures.mts';
import {
	familyPictures,
	formPicture,
	type Take,
	triggerPicture,
	workflowPicture,
} from './screenshots/readmePictures.mts';
import { setUp } from './start/setUp.mts';

const PICTURES = join(root, 'docs', 'pictures');
/** Animations of the editor. */
const SETTLE_MS = 1_000;
const WITHOUT_TOASTS = '.el-notification { display: none }';

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
		await panelPicture(editor, client, take);
		await credentialPicture(editor, sandbox.piapi, client, take);
		await waitingPicture(editor, sandbox.piapi, take);
		await previewPicture(editor, client, take);
		await hintPicture(editor, client, take);
		await signedWebhookPicture(editor, client, take);
		await publishPictures(editor, n8n.url, client, take);
	} finally {
		for (const close of closers.reverse()) await close();
	}
}
