import type { NodeHint } from 'n8n-workflow';

/** The path of a URL that n8n serves only while somebody listens in the editor. */
const TEST_PATH = '/webhook-test/';

export function isTestUrl(url: string): boolean {
	return url.includes(TEST_PATH);
}

/** Shown in the form as soon as a test URL is in it: later nobody looks. */
export const TEST_URL_HINT: NodeHint = {
	message:
		'This is a test URL: it takes one callback, while you listen at the trigger. For a published workflow paste the <b>production URL</b>.',
	type: 'warning',
	location: 'ndv',
	whenToDisplay: 'always',
	displayCondition: `={{ $parameter.completion === "notify" && String($parameter.notifyUrl).includes("${TEST_PATH}") }}`,
};
