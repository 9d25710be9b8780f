import { doors } from './support/doors.mts';
import { refuseMutations } from './support/refuseMutations.mts';

refuseMutations(doors.filter(({ type }) => type === 'signedWebhookTrigger'));
