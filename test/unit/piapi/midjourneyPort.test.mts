import { describe, expect, it } from '@jest/globals';
import { midjourneyPortProblem } from '../../../dist/nodes/Piapi/midjourneyPortProblem.js';

const API = 'https://api.piapi.ai';

describe('midjourneyPortProblem', () => {
	it.each([
		'https://n8n.example/webhook',
		'https://n8n.example:443/webhook',
		'http://n8n.example:80/webhook',
		'http://n8n.example:443/webhook',
	])('lets %s pass', (url) => {
		expect(midjourneyPortProblem(url, API)).toBeUndefined();
	});

	it.each(['https://n8n.example:5678/a?signature=s', 'http://n8n.example:8080/a?signature=s'])(
		'refuses %s with the reason, and without what is secret in it',
		(url) => {
			const problem = midjourneyPortProblem(url, API);
			expect(problem).toMatch(/ports 80 and 443 only, not \d{4}/);
			expect(problem).not.toContain('signature');
		},
	);

	it('lets all pass where the provider is on this machine', () => {
		expect(
			midjourneyPortProblem('http://127.0.0.1:5678/a', 'http://127.0.0.1:4010'),
		).toBeUndefined();
	});
});
