/** A body that is no longer the one that was signed, yet still JSON. */
export function tamper(body: string, fault: { search?: string; replacement?: string }): string {
	if (fault.search !== undefined) return body.replace(fault.search, fault.replacement ?? '');
	return body.replace('{', '{"tampered":true,');
}
