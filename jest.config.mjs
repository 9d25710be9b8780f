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

/** A real n8n and the providers' stand-ins beside the tests. */
const withWorld = {
	globalSetup: '<rootDir>/test/e2e/setup.mts',
	globalTeardown: '<rootDir>/test/e2e/teardown.mts',
};

export default {
	projects: [kind('unit'), kind('contract'), kind('e2e', withWorld), kind('ui', withWorld)],
	testTimeout: 120_000,
};
