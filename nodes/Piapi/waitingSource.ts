import type { IWebhookFunctions } from 'n8n-workflow';
import type { JobSource } from '../../lib/waiting/jobSource';
import { midjourneySource } from './midjourneySource';
import { taskSource } from './taskSource';

/** Which of PiAPI's two task systems the parked execution waits for. */
export function waitingSource(ctx: IWebhookFunctions): JobSource {
	return ctx.getNodeParameter('resource') === 'midjourney' ? midjourneySource : taskSource;
}
