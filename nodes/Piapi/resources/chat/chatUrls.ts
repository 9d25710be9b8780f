import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { toHttpUrl } from '../../../../lib/results/toHttpUrl';

/** The target of a Markdown link or image: up to its bracket or title, spaces and paired brackets in it. */
const MARKDOWN = /\]\(\s*<?(https?:\/\/[^<>()"\n]*(?:\([^<>()"\n]*\)[^<>()"\n]*)*)/gi;

/** What an HTML tag shows or links to. */
const ATTRIBUTE = /\b(?:src|href)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

/**
 * The URLs of what a chat model made, in order and once each: targets of Markdown links and images, of
 * HTML tags, and of the parts and images of a message (docs/reference/piapi.md 1.9). A URL that is
 * merely mentioned in the text is none.
 */
export function chatUrls(message: IDataObject): string[] {
	const parts = [message.content, message.images].flat().filter(isRecord);
	const urls = [...urlsIn(textOfMessage(message)), ...parts.map(urlOfPart)];
	return [...new Set(urls.map(toHttpUrl).filter((url) => url !== undefined))];
}

/** What the model says: a text, or the text parts of a list. */
export function textOfMessage({ content }: IDataObject): string {
	if (typeof content === 'string') return content;
	const parts = Array.isArray(content) ? content.filter(isRecord) : [];
	return parts.map(({ text }) => (typeof text === 'string' ? text : '')).join('');
}

function urlsIn(text: string): string[] {
	const matches = [...text.matchAll(MARKDOWN), ...text.matchAll(ATTRIBUTE)];
	return matches
		.sort((a, b) => a.index - b.index)
		.map(([, target, quoted, bare]) => target ?? quoted ?? bare ?? '');
}

/** `{ type: 'image_url', image_url: { url } }` and its like, or the URL itself. */
function urlOfPart(part: IDataObject): string {
	const media = [part.image_url, part.video_url, part.audio_url, part.file_url, part.url];
	const given = media.find((value) => value !== undefined && value !== null);
	const url = isRecord(given) ? given.url : given;
	return typeof url === 'string' ? url : '';
}
