import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { downloadResults } from './downloadResults';

const MB = 1024 * 1024;
const TIMEOUT_MS = 300_000;

/** In MB, where nothing else was chosen. */
export const DEFAULT_MAX_FILE_SIZE = 100;

/** In MB. Files are held in memory, and a larger one would end n8n. */
const LARGEST_FILE_SIZE = 2048;

/** How many files of the largest size one item may bring. */
const FILES_PER_ITEM = 10;

/** The chosen Max File Size in MB: nonsense from an expression falls back to the default. */
export function maxFileSizeOf(given: unknown): number {
	const size = typeof given === 'number' || typeof given === 'string' ? Number(given) : NaN;
	return size > 0 ? Math.min(size, LARGEST_FILE_SIZE) : DEFAULT_MAX_FILE_SIZE;
}

/**
 * An item together with its result files in binary fields. What could not be downloaded is named in
 * `downloadProblems` of the item: a file that is too large must not cost the result its URL.
 *
 * @param urls the item's result URLs
 * @param maxFileSize in MB, as a parameter gave it; all files of the item together may have ten times that
 */
export async function downloadItem(
	ctx: IExecuteFunctions,
	item: INodeExecutionData,
	urls: unknown,
	{ maxFileSize, allowLoopback }: { maxFileSize: unknown; allowLoopback: boolean },
): Promise<INodeExecutionData> {
	const wanted = Array.isArray(urls) ? urls.map(String) : [];
	const maxBytes = maxFileSizeOf(maxFileSize) * MB;
	const { binary, problems } = await downloadResults(ctx, wanted, {
		maxBytes,
		maxTotalBytes: Math.min(FILES_PER_ITEM * maxBytes, LARGEST_FILE_SIZE * MB),
		allowLoopback,
		timeoutMs: TIMEOUT_MS,
	});
	const json = problems.length > 0 ? { ...item.json, downloadProblems: problems } : item.json;
	return { ...item, json, binary };
}
