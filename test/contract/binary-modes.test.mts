import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FsByteStore, ObjectStoreConfig, S3ByteStore, type ByteStore } from '@n8n/blob-storage';
import { ObjectStoreService } from '@n8n/blob-storage/object-store';
import type { Container as Services } from '@n8n/di';
import { BinaryDataBlobManager, BinaryDataService, ErrorReporter } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { moduleOf } from './harness/moduleOf.mts';
import { startObjectStore } from './support/objectStore.mts';
import { runPiapi } from './support/runPiapi.mts';

/** The services of n8n-core's own copy of the container. */
const { Container } = moduleOf<{ Container: typeof Services }>('n8n-core', '@n8n/di');
const files = Container.get(BinaryDataService);
const folder = mkdtempSync(join(tmpdir(), 'pihooks-files-'));
let sandbox: Sandbox;
let store: Awaited<ReturnType<typeof startObjectStore>>;

beforeAll(async () => {
	[sandbox, store] = await Promise.all([
		startSandbox({ providers: ['piapi'], timeScale: 0.01 }),
		startObjectStore(),
	]);
});
beforeEach(() => void sandbox.piapi.behave({ hold: true }));
afterEach(() => sandbox.piapi.reset());
/** Other test files use the same n8n. */
const { mode: before } = files as unknown as { mode: unknown };
afterAll(async () => {
	Object.assign(files, { mode: before });
	await Promise.all([sandbox.close(), store.close()]);
	rmSync(folder, { recursive: true });
});

const silent = { info() {}, debug() {}, warn() {}, error() {} };

/** n8n's own client for S3, pointed at the object store. */
function s3(): ByteStore {
	const config = Object.assign(new ObjectStoreConfig(), {
		host: new URL(store.url).host,
		protocol: 'http',
	});
	Object.assign(config.bucket, { name: 'files', region: 'us-east-1' });
	Object.assign(config.credentials, { accessKey: 'key', accessSecret: 'secret' });
	return new S3ByteStore(new ObjectStoreService(silent as never, config));
}

const MODES = {
	memory: undefined,
	'filesystem-v2': () => new FsByteStore({ storagePath: folder, reportError: () => {} }),
	s3,
};

function keepFilesIn(mode: keyof typeof MODES) {
	const bytes = MODES[mode]?.();
	if (bytes)
		files.setManager(mode as 's3', new BinaryDataBlobManager(bytes, Container.get(ErrorReporter)));
	Object.assign(files, { mode });
}

const PIXELS = Buffer.from('iVBORw0KGgo=', 'base64');
const LOCATION = { type: 'execution', workflowId: 'earlier', executionId: '1' } as const;

/** A binary field as the node before would have made it. */
async function picture(): Promise<IBinaryData> {
	const field: IBinaryData = { data: '', mimeType: 'image/png', fileName: 'cat.png' };
	return await files.store(LOCATION, PIXELS, field);
}

describe.each(Object.keys(MODES) as Array<keyof typeof MODES>)('files kept in %s', (mode) => {
	it('are sent to PiAPI as they were', async () => {
		keepFilesIn(mode);
		const data = await picture();
		const upload = { resource: 'file', operation: 'upload' };
		const { error, items } = await runPiapi(sandbox.piapi, upload, { binary: { data } });
		expect(error).toBeUndefined();
		expect(await bytesAt(String(items[0].json.url))).toEqual(PIXELS);
	});

	it('take a result as it came', async () => {
		keepFilesIn(mode);
		const create = { resource: 'task', operation: 'create', completion: 'none' };
		const flux = { family: 'flux', task: 'Qubico/flux1-schnell:txt2img' };
		const made = await runPiapi(sandbox.piapi, { ...create, ...flux, prompt: 'a cat' });
		const taskId = String(made.items[0].json.jobId);
		sandbox.piapi.finish({ id: taskId });
		const download = { resource: 'task', operation: 'download', taskId };
		const { items } = await runPiapi(sandbox.piapi, download);
		const field = items[0].binary?.data as IBinaryData;
		const [url] = items[0].json.resultUrls as string[];
		expect(field.id?.split(':')[0]).toBe(mode === 'memory' ? undefined : mode);
		expect(await files.getAsBuffer(field)).toEqual(await bytesAt(url));
	});
});

async function bytesAt(url: string): Promise<Buffer> {
	const answer = await fetch(url);
	expect(answer.status).toBe(200);
	return Buffer.from(await answer.arrayBuffer());
}
