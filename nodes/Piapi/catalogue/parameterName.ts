/** The n8n parameter name of a provider's snake_case name. */
export function parameterName(name: string): string {
	return name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
}
