import { toHttpUrl } from './toHttpUrl';

/**
 * The targets of Markdown links and images in a chat answer, in order and once each. The chat
 * models that make images or videos answer so (docs/reference/piapi.md 1.9).
 */
export function markdownUrls(text: string): string[] {
	const targets = [
		...text.matchAll(/\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)?)/gi),
	];
	const urls = targets
		.map(([, target = '']) => toHttpUrl(target))
		.filter((url) => url !== undefined);
	return [...new Set(urls)];
}
