import { hmacFault } from '../../lib/signatures/hmacFault';
import { customScheme, readCustomForm } from './customScheme';
import { isHeaderName } from './isHeaderName';
import type { ReadParameter } from './readParameter';

/** Why the parameters of the `custom` scheme define none, with the remedy; undefined when they do. */
export function customFault(read: ReadParameter): string | undefined {
	const { content, timestampIn, timestampHeader, timestampPrefix, separator, idHeader } =
		readCustomForm(read);
	const fault = hmacFault(customScheme(read));
	if (fault) return `Signed Content ${JSON.stringify(content)} cannot be used: ${fault}`;
	if (content.includes('{id}') && !isHeaderName(idHeader))
		return 'Signed Content has an {id}: fill in ID Header, the header that carries it';
	if (!content.includes('{timestamp}')) return undefined;
	if (timestampIn !== 'signature') {
		return isHeaderName(timestampHeader)
			? undefined
			: 'Signed Content has a {timestamp}: fill in Timestamp Header, the header that carries it';
	}
	return timestampPrefix && separator
		? undefined
		: 'For a timestamp inside the signature header fill in Separator and Timestamp Prefix, such as "," and "t="';
}
