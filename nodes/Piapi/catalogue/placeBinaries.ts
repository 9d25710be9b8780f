import type { IDataObject } from 'n8n-workflow';
import type { BinaryUse } from './values/reading';

const place = (
	node: IDataObject[string],
	[step, ...rest]: BinaryUse['path'],
	text: string,
): IDataObject[string] => {
	if (step === undefined) return text;
	if (Array.isArray(node)) {
		return node.map((entry, index) =>
			index === step ? place(entry as IDataObject[string], rest, text) : entry,
		) as IDataObject[string];
	}
	const record = node as IDataObject;
	return { ...record, [step]: place(record[step], rest, text) };
};

/**
 * A copy of `input` in which every name of a binary field is replaced by what `textOf` answers
 * for it (the URL of the uploaded file, or base64 text where the input takes that).
 */
export async function placeBinaries(
	input: IDataObject,
	binaries: BinaryUse[],
	textOf: (use: BinaryUse) => Promise<string>,
): Promise<IDataObject> {
	let placed: IDataObject[string] = input;
	for (const use of binaries) placed = place(placed, use.path, await textOf(use));
	return placed as IDataObject;
}
