import { count } from './counts.mjs';
import { describe } from './describe.mjs';

/** The last node of every workflow that is measured. */
export class Finish {
	description = describe('finish', 'Finish');

	async execute() {
		count(this.getWorkflow().id);
		return [this.getInputData()];
	}
}
