import { hostKind } from './hostKind';

/** Whether a host cannot be reached from the internet: loopback, a private network, a local name. */
export function isPrivateHost(hostname: string): boolean {
	return hostKind(hostname) !== 'public';
}
