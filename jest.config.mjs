const shared = {
	extensionsToTreatAsEsm: ['.mts'],
	moduleFileExtensions: ['mts', 'mjs', 'js', 'cjs', 'ts', 'json', 'node'],
	transform: {
		'^.+\\.mts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
	moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/fastCheck.mjs' },
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
};

const kind = (name, more = {}) => ({
	...shared,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.mts`],
	...more,
});

/** A real n8n and the providers' stand-ins beside the tests. */
const withWorld = {
	globalSetup: '<rootDir>/test/e2e/setup.mts',
	globalTeardown: '<rootDir>/test/e2e/teardown.mts',
};

/** Nodes in n8n's own execution engine, which all test files of a worker share. */
const withN8nCore = {
	testEnvironment: '<rootDir>/test/support/shared/environment.cjs',
	moduleNameMapper: {
		...shared.moduleNameMapper,
		'^n8n-(core|workflow)$': '<rootDir>/test/support/shared/n8n-$1.cjs',
	},
};

/** The same tests in the oldest n8n that the nodes support. */
const oldest = kind('oldest', {
	...withWorld,
	testMatch: ['<rootDir>/test/e2e/*.test.mts'],
	testPathIgnorePatterns: [
		// It starts an n8n of its own, the newest.
		'<rootDir>/test/e2e/install.test.mts',
		// n8n 2.8 takes a workflow out of service for seconds when its trigger reports what was healed.
		'<rootDir>/test/e2e/healing.test.mts',
	],
	globals: { runtime: 'n8n-2.8' },
});

/** n8n in queue mode: a world of its own. */
const queue = {
	globalSetup: '<rootDir>/test/queue/setup.mts',
	globalTeardown: withWorld.globalTeardown,
};

export default {
	projects: [
		kind('unit'),
		kind('contract', withN8nCore),
		// Minutes of computing, apart from the contract tests that one runs all day.
		kind('faults', withN8nCore),
		kind('e2e', withWorld),
		oldest,
		kind('queue', queue),
		kind('ui', withWorld),
	],
	testTimeout: 120_000,
};
