import { hmacProblem } from '../../lib/signatures/hmacProblem';
import type { SignedContent } from '../../lib/signatures/scheme';
import { readCustomForm } from './customScheme';
import { isHeaderName } from './isHeaderName';
import type { ReadParameter } from './readParameter';

/** Why the parameters of a scheme that is put together define none, with the remedy; undefined when they do. */
export function customProblem(read: ReadParameter, scheme: SignedContent): string | undefined {
	const form = readCustomForm(read);
	const { content, timestampIn, timestampHeader, timestampName, separator, idHeader } = form;
	if (isElsewhere(form.signatureIn) && form.signatureName === '')
		return 'Fill in Signature Name, the place in the body or the URL that carries the signature';
	const problem = hmacProblem(scheme);
	if (problem) return `Signed Content ${JSON.stringify(content)} cannot be used: ${problem}`;
	if (content.includes('{id}') && !isHeaderName(idHeader))
		return 'Signed Content has an {id}: fill in ID Header, the header that carries it';
	if (!content.includes('{timestamp}')) return undefined;
	if (isElsewhere(timestampIn))
		return timestampName === ''
			? 'Signed Content has a {timestamp}: fill in Timestamp Name, the place that carries it'
			: undefined;
	if (timestampIn !== 'signature') {
		return isHeaderName(timestampHeader)
			? undefined
			: 'Signed Content has a {timestamp}: fill in Timestamp Header, the header that carries it';
	}
	return form.timestampPrefix && separator
		? undefined
		: 'For a timestamp inside the signature header fill in Separator and Timestamp Prefix, such as "," and "t="';
}

function isElsewhere(where: string): boolean {
	return where === 'body' || where === 'query';
}
