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

export default {
	projects: [
		kind('unit'),
		kind('contract'),
		kind('e2e', {
			globalSetup: '<rootDir>/test/e2e/setup.mts',
			globalTeardown: '<rootDir>/test/e2e/teardown.mts',
		}),
		kind('ui'),
	],
	testTimeout: 120_000,
};
