import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { findProgram } from './findProgram.mjs';

const POSTGRES = '/usr/lib/postgresql';
/** Not in everybody's `PATH`. */
const SYSTEM = ['/usr/sbin', '/sbin'];

/** Debian keeps every version of PostgreSQL apart, and out of `PATH`; the newest comes first. */
function postgresFolders() {
	try {
		const versions = readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a));
		return versions.map((version) => join(POSTGRES, version, 'bin'));
	} catch {
		return [];
	}
}

/**
 * The programs that n8n in queue mode stands on, and what runs them so that they end with us.
 * @returns their paths, and `missing`: the Debian packages of those that are not there
 */
export function findQueuePrograms() {
	const programs = {
		redis: findProgram(['redis-server'], SYSTEM),
		postgres: findProgram(['postgres'], postgresFolders()),
		haproxy: findProgram(['haproxy'], SYSTEM),
		setpriv: findProgram(['setpriv'], SYSTEM),
	};
	const packages = {
		redis: 'redis-server',
		postgres: 'postgresql',
		haproxy: 'haproxy',
		setpriv: 'util-linux',
	};
	const missing = Object.keys(packages).filter((name) => !programs[name]);
	return { ...programs, missing: missing.map((name) => packages[name]) };
}
