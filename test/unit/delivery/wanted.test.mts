import { expect, it } from '@jest/globals';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { EventSource } from '../../../dist/lib/delivery/eventSource.js';
import { liveKitDeliveries } from '../../../dist/nodes/LiveKit/deliveries.js';
import { piDeliveries } from '../../../dist/nodes/Pi/deliveries.js';
import { piapiDeliveries } from '../../../dist/nodes/Piapi/deliveries.js';

type Row = [name: string, source: EventSource, option: string, (value: string) => IDataObject];

const rows: Row[] = [
	['LiveKit, Room', liveKitDeliveries, 'room', (name) => ({ room: { name } })],
	['Pi, Job Type', piDeliveries, 'jobType', (type) => ({ data: { job: { type } } })],
	['PiAPI, Model', piapiDeliveries, 'model', (model) => ({ data: { model } })],
];

/** Whether the event is one that the option, as an expression gave it, asks for. */
function isWanted(source: EventSource, options: IDataObject, body: IDataObject) {
	const ctx = { getNodeParameter: () => options } as never as IWebhookFunctions;
	return source.wanted?.(ctx, { type: 'any', id: '1', body });
}

it.each(rows)('%s: an expression may give text, a number or a list', (_, source, option, body) => {
	const wanted = (given: unknown, value: string) =>
		isWanted(source, { [option]: given } as IDataObject, body(value));
	for (const given of [undefined, null, '', ' , ', []]) expect(wanted(given, '5')).toBe(true);
	for (const given of [5, '5', 'a, 5 ', ['a', 5]]) {
		expect(wanted(given, '5')).toBe(true);
		expect(wanted(given, 'other')).toBe(false);
	}
});
