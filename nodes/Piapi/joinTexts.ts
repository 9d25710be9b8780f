/** What a provider said, in one line without repetitions; whatever else it sent there is left out. */
export function joinTexts(values: unknown[]): string {
	const texts = values.filter((value) => typeof value === 'string' && value !== '');
	return [...new Set(texts)].join(': ');
}
