import { runs } from '../../jobs/jobKinds';
import { callOperation } from '../callOperation';
import { idField } from '../idField';

export const get = callOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a run',
	description: 'Get the status of a run and of its steps',
	method: 'GET',
	id: idField('Run ID', 'runId'),
	path: (id) => `${runs.path}${id}`,
	asResult: runs.simplify,
});
