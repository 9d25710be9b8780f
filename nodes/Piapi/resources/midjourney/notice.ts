import type { INodeProperties } from 'n8n-workflow';
import { midjourney } from '../../catalogue/families/midjourney';

export const notice: INodeProperties = {
	displayName: midjourney.notice ?? '',
	name: 'midjourneyNotice',
	type: 'notice',
	default: '',
};
