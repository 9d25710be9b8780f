import type { IDataObject } from 'n8n-workflow';
import type { Input, Media } from '../types';

/** A place in a task's `input` where the name of a binary field stands, to be replaced by a URL or base64 text. */
export interface BinaryUse {
	path: Array<string | number>;
	/** The name of the incoming item's binary field. */
	field: string;
	media: Media;
	/** What the user calls the input. */
	label: string;
}

/** What became of a value: it is there, it was left empty, or it cannot be sent. */
export type Reading =
	| { value: IDataObject[string]; binaries?: BinaryUse[] }
	| { absent: true }
	| { problem: string };

export const ABSENT: Reading = { absent: true };

/** The inputs read from the values of their form fields, or the first thing that cannot be sent. */
export type FieldsReader = (
	inputs: Input[],
	values: Record<string, unknown>,
) => { input: IDataObject; binaries: BinaryUse[] } | { problem: string };
