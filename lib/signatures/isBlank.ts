/** Whether a secret or a key is none: empty, white space, or a prefix that lost what came after. */
export function isBlank(text: string): boolean {
	return /^(?:wh(?:sec|pk)_)?$/.test(text.trim());
}
