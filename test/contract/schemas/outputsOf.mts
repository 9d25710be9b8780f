import type { IDataObject } from 'n8n-workflow';

/** What an operation put out, with its parameters left as the form has them. */
export type Output = [resource: string, operation: string, items: IDataObject[]];

/** Puts out what each operation of a node gives, against the sandbox. */
export type Outputs = AsyncGenerator<Output>;
