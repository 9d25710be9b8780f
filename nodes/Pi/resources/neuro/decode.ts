import { jobOperation } from '../../jobs/jobOperation';
import {
	analysisOutput,
	contextField,
	dataField,
	formatField,
	inputField,
	text,
	typeField,
} from '../health/fields';

/** docs/reference/pi.md 8 */
export const decode = jobOperation(
	{
		value: 'decode',
		name: 'Decode',
		action: 'Decode an EEG',
		description: 'Interpret an EEG recording',
	},
	{
		path: '/neuro/decode',
		body: [
			inputField([
				{
					displayName: 'Channels (JSON)',
					name: 'channels',
					type: 'json',
					default: '',
					description: 'Their number or their names',
				},
				dataField,
				text('Device', 'device', 'muse-2'),
				text('Paradigm', 'paradigm', 'motor-imagery'),
				{
					displayName: 'Sample Rate',
					name: 'sampleRate',
					type: 'number',
					default: 256,
					description: 'Samples per second and channel',
				},
				typeField({ eeg: 'EEG' }),
			]),
			contextField,
			analysisOutput([formatField('json')]),
		],
	},
);
