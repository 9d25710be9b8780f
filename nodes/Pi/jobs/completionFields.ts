import type { INodeProperties } from 'n8n-workflow';
import { completionFields as fieldsOf } from '../../../lib/waiting/completionFields';

const HEARD = 'Go on at once; a Pi Trigger hears of the job when it is done';

/** How a created job is followed up; `none` says what to do where Pi sends no webhook for it. */
export const completionFields = (none = HEARD): INodeProperties[] =>
	fieldsOf({
		ways: { wait: 'The execution keeps running; Pi answers once the job is done', none },
	});
