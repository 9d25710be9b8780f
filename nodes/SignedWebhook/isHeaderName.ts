/** Whether a text can be the name of an HTTP header (RFC 9110, 5.1). */
export function isHeaderName(text: string): boolean {
	return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
}
