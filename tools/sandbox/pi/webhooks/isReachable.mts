/** Only https, as the provider has it; and this machine, which the sandbox can call. */
export function isReachable(url: string): boolean {
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
}
