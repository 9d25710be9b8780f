import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Runtime } from './runtime.mts';

const SCRIPT = `
const { Database } = require('sqlite3');
const [file, statement] = process.argv.slice(1);
new Database(file).all(statement, (error, rows) => {
	if (error) throw error;
	console.log(JSON.stringify(rows));
});`;

/** Runs one SQL statement in n8n's database, beside n8n, and returns its rows. */
export async function sql(
	n8n: { userFolder: string; runtime: Pick<Runtime, 'node' | 'folder'> },
	statement: string,
): Promise<Array<Record<string, unknown>>> {
	const database = join(n8n.userFolder, '.n8n', 'database.sqlite');
	const { stdout } = await promisify(execFile)(
		n8n.runtime.node,
		['-e', SCRIPT, database, statement],
		{ cwd: n8n.runtime.folder, maxBuffer: 64 * 1024 * 1024 },
	);
	return JSON.parse(stdout) as Array<Record<string, unknown>>;
}
