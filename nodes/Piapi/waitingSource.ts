import type { IWebhookFunctions } from 'n8n-workflow';
import type { JobSource } from '../../lib/waiting/jobSource';
import { midjourneySource } from './midjourneySource';
import { existingTasks } from './resources/task/wait';
import { taskSource } from './taskSource';

/** Which of PiAPI's two task systems the parked execution waits for, and whether that calls it. */
export function waitingSource(ctx: IWebhookFunctions): JobSource {
	if (ctx.getNodeParameter('resource') === 'midjourney') return midjourneySource;
	return ctx.getNodeParameter('operation') === 'wait' ? existingTasks : taskSource;
}
