import { jobOperation } from '../../jobs/jobOperation';
import {
	analysisOutput,
	contextField,
	dataField,
	formatField,
	inputField,
	text,
	typeField,
} from './fields';

/** reference/pi-pipai-pipevest.md 1.8 */
export const riskPriority = jobOperation(
	{
		value: 'riskPriority',
		name: 'Prioritize Risks',
		action: 'Prioritize health risks',
		description: "Have the risks in a patient's data put in order",
	},
	{
		path: '/health/risk-priority',
		body: [
			inputField([dataField, text('Image Data', 'imageData'), typeField('patient_data')]),
			contextField,
			analysisOutput([formatField('report', 'json')]),
		],
	},
);
