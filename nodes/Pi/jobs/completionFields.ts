import type { INodeProperties } from 'n8n-workflow';
import { completionFields as fieldsOf } from '../../../lib/waiting/completionFields';

const HEARD = 'Continue immediately; a Pi Trigger starts another workflow when the job is done';

/** How a created job is followed up; `none` says what to do where Pi sends no webhook for it. */
export const completionFields = (none = HEARD): INodeProperties[] =>
	fieldsOf({
		ways: { wait: 'Keep the execution running until Pi reports that the job is done', none },
		parking: 'byHeartbeatsIfChosen',
	});
