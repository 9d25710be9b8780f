import type { INodeProperties } from 'n8n-workflow';

/** What Pi takes for an image. */
export interface MediaRule {
	/** How many. */
	most: number;
	/** Whether a public URL may stand in place of the file. */
	takesUrl: boolean;
}

/** A member of a request's body, together with the field of the form that it comes from. */
export interface BodyField {
	property: INodeProperties;
	/** Pi's name of it, where that is not the field's in snake_case. */
	key?: string;
	media?: MediaRule;
}

/** The same fields for the form. */
export function propertiesOf(fields: readonly BodyField[]): INodeProperties[] {
	return fields.map(({ property }) => property);
}

/** `clientReferenceId` as `client_reference_id`. */
export function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
