/** What decides about authenticity, duplicates, registrations and waits. `npm run mutate -- --mutate <files>` narrows it. */
const MUTATED = [
	'lib/signatures/**/*.ts',
	'lib/inbound/claims.ts',
	'lib/inbound/claimEvent.ts',
	'lib/delivery/settle.ts',
	'lib/registration/decide.ts',
	'lib/waiting/*.ts',
];

export default {
	mutate: MUTATED,
	testRunner: 'jest',
	jest: { configFile: 'jest.mutate.config.mjs', enableFindRelatedTests: false },
	testRunnerNodeArgs: ['--import', 'tsx', '--experimental-vm-modules', '--no-warnings'],
	// The tests import what is published.
	buildCommand: 'tsc -p tsconfig.json --incremental false',
	coverageAnalysis: 'perTest',
	ignorePatterns: ['/dist', '/docs/pictures', '/test/e2e', '/test/ui', '/test/queue'],
	concurrency: 1,
	// A mutant that never ends a wait is found out by time alone.
	timeoutMS: 5_000,
	// A mutant of what runs at import needs all tests: minutes for each.
	ignoreStatic: true,
	reporters: ['clear-text', 'progress-append-only'],
	clearTextReporter: { reportTests: false, allowColor: false },
	thresholds: { high: 95, low: 90, break: null },
	tempDirName: '.stryker',
};
