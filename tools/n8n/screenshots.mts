import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../sandbox/index.mts';
import { openEditor } from './browser/editor.mts';
import { connect } from './client.mts';
import { startN8n } from './n8n.mts';
import { pack } from './pack.mts';
import { ensureRuntime } from './runtime.mts';
import { sandboxCredentials } from './sandboxCredentials.mts';
import {
	credentialPicture,
	familyPictures,
	hintPicture,
	panelPicture,
	previewPicture,
	signedWebhookPicture,
	triggerPicture,
} from './screenshots/formPictures.mts';
import {
	executionsPicture,
	taskPicture,
	waitingPicture,
	workflowPicture,
} from './screenshots/runPictures.mts';
import { PICTURES, takeOf } from './screenshots/take.mts';
import { setUp } from './start/setUp.mts';

/** Where n8n says that it is, once nobody has to reach it any more. */
const PUBLIC = 'https://n8n.example.com/';

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
		await setUp(client, sandboxCredentials(sandbox), sandbox.callbackJobs.url);
		const editor = await openEditor(n8n.url);
		closers.push(async () => await editor.close());

		mkdirSync(PICTURES, { recursive: true });
		const take = takeOf(editor.page);
		const scene = { editor, url: n8n.url, client, piapi: sandbox.piapi, take };
		await workflowPicture(scene);
		await waitingPicture(scene);
		await taskPicture(scene);
		await executionsPicture(scene);

		await n8n.restart({ WEBHOOK_URL: PUBLIC });
		await familyPictures(editor, client, take);
		await triggerPicture(editor, take);
		await panelPicture(editor, client, take);
		await credentialPicture(editor, sandbox.piapi, client, take);
		await previewPicture(editor, client, take);
		await hintPicture(editor, client, take);
		await signedWebhookPicture(editor, client, take);
	} finally {
		for (const close of closers.reverse()) await close();
	}
}
