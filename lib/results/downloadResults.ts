import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { fetchFile, type FetchLimits } from './fetchFile';

export interface DownloadOptions extends FetchLimits {
	/** For all files together. */
	maxTotalBytes: number;
	/** The name of the first binary field, default `data`; the next are `data_1`, `data_2` and so on. */
	prefix?: string;
}

export interface Downloaded {
	binary: IBinaryKeyData;
	/** What could not be downloaded, in the order of `urls`. */
	problems: Array<{ url: string; reason: string }>;
}

/** Types that say nothing about a file. */
const GENERIC_MIME_TYPES = ['', 'application/octet-stream', 'binary/octet-stream'];

/**
 * Downloads files, one after the other, into binary fields `data`, `data_1` and so on. Name and
 * type come from the answer, else from the URL or the bytes. Only public hosts are asked
 * (redirect targets too), no credentials are sent, and a file that is too large or too slow is
 * left out. Never throws for a file: what is missing is in `problems`.
 */
export async function downloadResults(
	ctx: IExecuteFunctions,
	urls: string[],
	{ prefix = 'data', maxTotalBytes, ...limits }: DownloadOptions,
): Promise<Downloaded> {
	const binary: IBinaryKeyData = {};
	const problems: Downloaded['problems'] = [];
	let left = maxTotalBytes;
	for (const url of urls) {
		const maxBytes = Math.min(limits.maxBytes, left);
		const file = await fetchFile(ctx, url, { ...limits, maxBytes });
		if ('problem' in file) {
			const isTotal = maxBytes < limits.maxBytes && file.problem.startsWith('It is larger');
			problems.push({ url, reason: isTotal ? tooMuch(maxTotalBytes) : file.problem });
			continue;
		}
		left -= file.data.length;
		const count = Object.keys(binary).length;
		const field = count === 0 ? prefix : `${prefix}_${count}`;
		const mimeType = GENERIC_MIME_TYPES.includes(file.mimeType) ? undefined : file.mimeType;
		binary[field] = await ctx.helpers.prepareBinaryData(file.data, file.name || field, mimeType);
	}
	return { binary, problems };
}

function tooMuch(maxTotalBytes: number): string {
	const megabytes = Math.round(maxTotalBytes / 1024 / 1024);
	return `With it the files of this item would be larger than ${megabytes} MB together: raise the maximum file size`;
}
