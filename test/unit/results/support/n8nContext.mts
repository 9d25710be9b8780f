import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';

const require = createRequire(import.meta.url);
const utils = 'n8n-core/dist/execution-engine/node-execution-context/utils';

/** Expressions of `$env`; an error without `env`, as where n8n hides its environment. */
export function evaluateIn(env?: Record<string, string>) {
	return (code: string) => {
		if (!env) throw new Error('access to env vars denied');
		const [, name = ''] = /\$env\["(\w+)"\]/.exec(code) ?? [];
		return env[name] ?? '';
	};
}

/** A node's context with n8n's own request and binary helpers; binary data stays in memory. */
export function n8nContext(): IExecuteFunctions {
	// n8n-core keeps a key in its folder: never in the home of whoever runs the tests.
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-'));
	process.env.N8N_USER_FOLDER = folder;
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const { getRequestHelperFunctions } = require(`${utils}/request-helper-functions.js`);
	const { getBinaryHelperFunctions } = require('n8n-core');
	const helpers = {
		...getRequestHelperFunctions({}, {}, {}),
		...getBinaryHelperFunctions({ executionId: '1' }, '1'),
	};
	return { helpers, evaluateExpression: evaluateIn() } as unknown as IExecuteFunctions;
}
