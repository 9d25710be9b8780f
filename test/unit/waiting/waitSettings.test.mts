import { describe, expect, it } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';
import { waitSettings } from '../../../dist/lib/waiting/waitSettings.js';

/** What is made of options that an expression gave. */
const settingsOf = (options: object) =>
	waitSettings({
		getNodeParameter: () => options,
		getMode: () => 'trigger',
		isToolExecution: () => false,
		getNode: () => ({ type: 'piapi' }),
	} as unknown as IExecuteFunctions);

describe('waitSettings', () => {
	it.each([
		[undefined, 5],
		['many', 5],
		[0, 5],
		[NaN, 5],
		[7, 7],
		['7', 7],
		[2e7, 100],
		[Infinity, 100],
	])('a concurrency of %p is %p jobs at a time', (concurrency, expected) => {
		expect(settingsOf({ concurrency }).concurrency).toBe(expected);
	});

	it.each([
		[undefined, 60],
		[-1, 60],
		[NaN, 60],
		[0.5, 0.5],
		[1e12, 525_600],
	])('a Max Wait of %p is %p minutes', (maxWait, expected) => {
		expect(settingsOf({ maxWait }).maxWait).toBe(expected);
	});
});
