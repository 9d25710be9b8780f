import type { JobType } from './jobTypes.mts';

export interface Issue {
	path: string[];
	message: string;
}

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/** What is wrong with the body of a create call; empty when nothing is. */
export function refusedBody(
	{ required, oneOf = [], mostImages = 0 }: JobType,
	body: Record<string, unknown>,
): Issue[] {
	const issues: Issue[] = required
		.filter((name) => isMissing(body[name]))
		.map((name) => ({ path: [name], message: 'Required' }));
	if (oneOf.length > 0 && oneOf.every((name) => isMissing(body[name]))) {
		issues.push({ path: [], message: `one of ${oneOf.join(', ')} is required` });
	}
	const { reference_images: images, metadata } = body;
	if (Array.isArray(images) && images.length > mostImages) {
		issues.push({ path: ['reference_images'], message: `at most ${mostImages}` });
	}
	const values = Object.values((metadata as Record<string, unknown> | undefined) ?? {});
	if (values.length > 16 || values.some((value) => typeof value !== 'string')) {
		issues.push({ path: ['metadata'], message: 'at most 16 texts' });
	}
	return issues;
}
