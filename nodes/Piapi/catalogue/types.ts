import type { IDataObject } from 'n8n-workflow';

export type Scalar = string | number | boolean;

export type MediaKind = 'image' | 'video' | 'audio';

/** One entry of a drop-down: what the user reads and what the provider gets. */
export interface Choice {
	label: string;
	value: string | number;
}

export interface Media {
	kind: MediaKind;
	/** `url`: an address only. `urlOrBase64`: the file may be inlined. `base64`: it must be. */
	accepts: 'url' | 'urlOrBase64' | 'base64';
}

/** One field of a task's `input`, from which a form field, a check and a JSON value are made. */
export interface Input {
	/** The provider's name. */
	name: string;
	/**
	 * `strings`: a list of texts. `object`: one group of `items`. `objects`: a list of such groups.
	 * `inline`: a group of its own in the request, but not in the form.
	 */
	type:
		| 'string'
		| 'integer'
		| 'number'
		| 'boolean'
		| 'choice'
		| 'strings'
		| 'object'
		| 'objects'
		| 'inline'
		| 'json'
		| 'fixed';
	label: string;
	description: string;
	role: 'prompt' | 'media' | 'other';
	required?: boolean;
	/** An optional field that stands beside the required ones, since most runs need it. */
	upfront?: boolean;
	/** What the form starts with; it is sent only if the user adds the field. */
	default?: Scalar;
	placeholder?: string;
	options?: Choice[];
	min?: number;
	max?: number;
	/** `min` itself is refused. */
	exclusiveMin?: boolean;
	/** Characters. */
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	items?: Input[];
	media?: Media;
	/** Of `strings`: each entry is sent as an object with the text under this name. */
	entryName?: string;
	/** Always sent, never asked for. */
	fixed?: IDataObject[string];
}

/**
 * A condition between several inputs. Gets the finished `input` and how to call a field;
 * answers what is wrong and what to do, or nothing.
 */
export type Rule = (input: IDataObject, labelOf: (name: string) => string) => string | undefined;

export interface Task {
	/** Unique in its family and stable, since workflows store it: `<model>:<task_type>`, then `:<variant>` where one pair has several forms. */
	id: string;
	model: string;
	taskType: string;
	label: string;
	description: string;
	inputs: Input[];
	rules?: Rule[];
	/** Where `data.output` holds the result: `a.b`, `list[]`, `map.*`. */
	outputs: string[];
	/** The provider's fields are not known: the whole `input` is asked for as JSON, starting from `template`. */
	json?: { hint: string; template: IDataObject };
}

export interface Family {
	name: string;
	label: string;
	description: string;
	/** Shown above the fields, for what a user must know before paying. */
	notice?: string;
	tasks: Task[];
}
