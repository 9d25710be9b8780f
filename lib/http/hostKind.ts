/** Who can reach a host: anybody, only this machine, or only its own network. */
export type HostKind = 'public' | 'loopback' | 'private';

/** First address and prefix length of the IPv4 ranges that are not public (IANA special-purpose registry). */
const RANGES: Array<[string, number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	// Not in the registry: Azure's own services answer here, inside its machines only.
	['168.63.129.16', 32],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
];

/** Names that only a local resolver answers, and those that none may answer (RFC 2606, 6761 and 7686). */
const LOCAL_NAME =
	/\.(?:local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa|svc|onion|test|invalid|example)$/;

const toNumber = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const within = (ip: number, [base, bits]: [string, number]) => {
	const size = 2 ** (32 - bits);
	return Math.floor(ip / size) === Math.floor(toNumber(base) / size);
};

const kindOfV4 = (ip: string): HostKind => {
	if (ip.startsWith('127.')) return 'loopback';
	return RANGES.some((range) => within(toNumber(ip), range)) ? 'private' : 'public';
};

/** The eight groups of an IPv6 address in the short form that the URL parser writes. */
const groupsOf = (ip: string): number[] => {
	const [head = [], tail] = ip.split('::').map((side) => (side ? side.split(':') : []));
	const gap = tail ? Array<string>(8 - head.length - tail.length).fill('0') : [];
	return [...head, ...gap, ...(tail ?? [])].map((group) => parseInt(group, 16));
};

const embeddedV4 = (high: number, low: number) =>
	[high >> 8, high & 255, low >> 8, low & 255].join('.');

const kindOfV6 = (ip: string): HostKind => {
	const groups = groupsOf(ip);
	const [first = 0, second = 0, third = 0, ...rest] = groups;
	const [seventh = 0, last = 0] = groups.slice(6);
	const zeros = (count: number) => groups.slice(0, count).every((group) => group === 0);
	if (zeros(7) && last === 1) return 'loopback';
	const isMapped = zeros(5) && groups[5] === 0xffff;
	const isTranslated =
		first === 0x64 && second === 0xff9b && [third, ...rest.slice(0, 3)].every((group) => !group);
	if (isMapped || isTranslated || zeros(6)) return kindOfV4(embeddedV4(seventh, last));
	if (first === 0x2002) return kindOfV4(embeddedV4(second, third));
	// Global unicast is 2000::/3; Teredo and documentation lie inside it.
	const isGlobal = first >= 0x2000 && first <= 0x3fff;
	const isTeredo = first === 0x2001 && second === 0;
	const isExample = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second <= 0xfff);
	return isGlobal && !isTeredo && !isExample ? 'public' : 'private';
};

const parsedHost = (hostname: string): string | undefined => {
	const bare = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
	const url = `http://${bare}/`;
	return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined;
};

/**
 * What kind of host this is, told from its name alone: no name is looked up, so a public name
 * that resolves to a private address counts as public. Every spelling of an address is known
 * (decimal, hexadecimal, octal, short, IPv4 inside IPv6). What is no host at all is `private`.
 */
export function hostKind(hostname: string): HostKind {
	const host = parsedHost(hostname);
	if (!host) return 'private';
	if (host.startsWith('[')) return kindOfV6(host.slice(1, -1));
	if (/^\d+(?:\.\d+){3}$/.test(host)) return kindOfV4(host);
	if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
	return LOCAL_NAME.test(host) || !host.includes('.') ? 'private' : 'public';
}
