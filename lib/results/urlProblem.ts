import { hostKind } from '../http/hostKind';

/** Why a result URL may not be fetched, or nothing. `allowLoopback` lets this machine through, but no other private host. */
export function urlProblem(url: string, allowLoopback: boolean): string | undefined {
	if (!URL.canParse(url)) return 'It is not a complete URL';
	const { protocol, hostname, username, password } = new URL(url);
	if (protocol !== 'http:' && protocol !== 'https:') return 'Only http and https are fetched';
	if (username || password) return 'It carries a user name or a password';
	const kind = hostKind(hostname);
	if (kind === 'public' || (kind === 'loopback' && allowLoopback)) return undefined;
	return `${hostname} is not a public host`;
}
