import { findQueuePrograms, type QueuePrograms } from '../../scripts/findQueuePrograms.mjs';

/** @throws Error naming the Debian packages of the programs that are not there */
export function requireQueuePrograms(): QueuePrograms {
	const { redis, postgres, haproxy, setpriv, missing } = findQueuePrograms();
	if (redis && postgres && haproxy && setpriv) return { redis, postgres, haproxy, setpriv };
	throw new Error(
		`Queue mode needs ${missing.join(', ')} (Debian: apt install ${missing.join(' ')})`,
	);
}
