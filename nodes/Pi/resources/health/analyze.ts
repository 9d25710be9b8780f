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

/** docs/reference/pi.md 8 */
export const analyze = jobOperation(
	{
		value: 'analyze',
		name: 'Analyze',
		action: 'Analyze health data',
		description: 'Analyze a medical image or an EEG',
	},
	{
		path: '/health/analyze',
		body: [
			inputField([
				dataField,
				text('MIME Type', 'mimeType', 'image/png'),
				text('Modality', 'modality', 'x-ray'),
				typeField({ image: 'Image', eeg: 'EEG' }),
			]),
			contextField,
			analysisOutput([formatField('json'), text('Locale', 'locale', 'de-DE')]),
		],
	},
);
