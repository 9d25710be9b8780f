const shared = {
	extensionsToTreatAsEsm: ['.mts'],
	moduleFileExtensions: ['mts', 'mjs', 'js', 'cjs', 'ts', 'json', 'node'],
	transform: {
		'^.+\\.mts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
};

const kind = (name, more = {}) => ({
	...shared,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.mts`],
	...more,
});

/** Minutes of computing, apart from the contract tests that one runs all day. */
const faults = {
	testMatch: ['<rootDir>/test/contract/faults/**/*.test.mts'],
};

/** A real n8n and the providers' stand-ins beside the tests. */
const withWorld = {
	globalSetup: '<rootDir>/test/e2e/setup.mts',
	globalTeardown: '<rootDir>/test/e2e/teardown.mts',
};

export default {
	projects: [
		kind('unit'),
		kind('contract', { testPathIgnorePatterns: ['<rootDir>/test/contract/faults/'] }),
		kind('faults', faults),
		kind('e2e', withWorld),
		kind('ui', withWorld),
	],
	testTimeout: 120_000,
};
