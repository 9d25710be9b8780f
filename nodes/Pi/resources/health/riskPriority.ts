import type { INodeProperties } from 'n8n-workflow';
import { jobOperation } from '../../jobs/jobOperation';
import {
	analysisOutput,
	contextField,
	dataField,
	formatField,
	inputField,
	typeField,
} from './fields';

const imageField: INodeProperties = {
	displayName: 'Image Data',
	name: 'imageData',
	type: 'string',
	default: '',
	description: 'An image that belongs to the data, up to 8 MB',
};

/** docs/reference/pi.md 8 */
export const riskPriority = jobOperation(
	{
		value: 'riskPriority',
		name: 'Prioritize Risks',
		action: 'Prioritize health risks',
		description: "Rank the risks in a patient's data",
	},
	{
		path: '/health/risk-priority',
		body: [
			inputField([dataField, imageField, typeField({ patient_data: 'Patient Data' })]),
			contextField,
			analysisOutput([formatField('report', 'json')]),
		],
	},
);
