import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** How much memory a process holds, in MB: on Linux without a program, elsewhere by `ps`. */
export function residentMegabytes(pid: number): number {
	const status = `/proc/${pid}/status`;
	const kilobytes = existsSync(status)
		? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
		: execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
	return Math.round(Number(kilobytes) / 1024);
}
