import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { fetchFile, type Fetched, type FetchLimits } from './fetchFile';

export interface DownloadOptions extends FetchLimits {
	/** The name of the first binary field, default `data`; the next are `data_1`, `data_2` and so on. */
	prefix?: string;
}

export interface Downloaded {
	binary: IBinaryKeyData;
	/** What could not be downloaded, in the order of `urls`. */
	problems: Array<{ url: string; reason: string }>;
}

const UNTELLING = ['', 'application/octet-stream', 'binary/octet-stream'];

const fetchSafely = async (...args: Parameters<typeof fetchFile>): Promise<Fetched> => {
	try {
		return await fetchFile(...args);
	} catch (error) {
		const { name, message } = error as Error;
		const isLate = /abort|timeout|cancel/i.test(`${name} ${message}`);
		return { reason: isLate ? `It took longer than ${args[2].timeoutMs / 1000} seconds` : message };
	}
};

/**
 * Downloads files, one after the other, into binary fields `data`, `data_1` and so on. Name and
 * type come from the answer, else from the URL or the bytes. Only public hosts are asked
 * (redirect targets too), no credentials are sent, and a file that is too large or too slow is
 * left out. Never throws for a file: what is missing is in `problems`.
 */
export async function downloadResults(
	ctx: IExecuteFunctions,
	urls: string[],
	{ prefix = 'data', ...limits }: DownloadOptions,
): Promise<Downloaded> {
	const binary: IBinaryKeyData = {};
	const problems: Downloaded['problems'] = [];
	for (const url of urls) {
		const file = await fetchSafely(ctx, url, limits);
		if ('reason' in file) {
			problems.push({ url, reason: file.reason });
			continue;
		}
		const count = Object.keys(binary).length;
		const field = count === 0 ? prefix : `${prefix}_${count}`;
		const mimeType = UNTELLING.includes(file.mimeType) ? undefined : file.mimeType;
		binary[field] = await ctx.helpers.prepareBinaryData(file.data, file.name || field, mimeType);
	}
	return { binary, problems };
}
