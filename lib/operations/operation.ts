import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

/** What an operation gives for one input item: one object, several, or whole items with files. */
export type OperationResult = IDataObject | IDataObject[] | INodeExecutionData[];

interface OperationText {
	/** The value of `operation`: the contract's word, in camelCase. */
	value: string;
	/** Title Case. */
	name: string;
	/** Sentence case, as in n8n's node panel. */
	action: string;
	description: string;
	/** The fields, without `displayOptions` for resource and operation: these are added. */
	fields: INodeProperties[];
}

/** An operation that treats each input item on its own. */
export interface ItemOperation extends OperationText {
	run(ctx: IExecuteFunctions, itemIndex: number): Promise<OperationResult>;
}

/**
 * An operation that treats each input item on its own and changes or costs something: the calls of all
 * items are built and checked before the first is sent.
 */
export interface PreparedOperation extends OperationText {
	/** @returns what sends the call of an item */
	prepare(ctx: IExecuteFunctions, itemIndex: number): Promise<() => Promise<OperationResult>>;
	/**
	 * Where the user finds out what became of a call whose answer was lost, as in `Look at …`: it is not
	 * sent again then. Nothing where sending it twice does no more than once.
	 */
	ifLost?: string;
}

/** An operation that needs all input items at once, and answers all outputs. */
export interface BatchOperation extends OperationText {
	runAll(ctx: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

export type Operation = ItemOperation | PreparedOperation | BatchOperation;

/** A resource of an action node, as its node file lists it. */
export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}
