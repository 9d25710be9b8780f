import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { downloadResults } from './downloadResults';

const TIMEOUT_MS = 300_000;

/**
 * An item together with its result files in binary fields. What could not be downloaded is named in
 * `downloadProblems` of the item: a file that is too large must not cost the result its URL.
 *
 * @param urls the item's result URLs
 */
export async function downloadItem(
	ctx: IExecuteFunctions,
	item: INodeExecutionData,
	urls: unknown,
	limits: { maxBytes: number; allowLoopback: boolean },
): Promise<INodeExecutionData> {
	const wanted = Array.isArray(urls) ? urls.map(String) : [];
	const { binary, problems } = await downloadResults(ctx, wanted, {
		...limits,
		timeoutMs: TIMEOUT_MS,
	});
	const json = problems.length > 0 ? { ...item.json, downloadProblems: problems } : item.json;
	return { ...item, json, binary };
}
