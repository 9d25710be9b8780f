import { hostKind } from './hostKind';

/** Is this the address of something on this machine, such as the sandbox? */
export function isLoopbackUrl(url: string): boolean {
	return URL.canParse(url) && hostKind(new URL(url).hostname) === 'loopback';
}
