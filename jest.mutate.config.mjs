import config from './jest.config.mjs';

const { projects, ...shared } = config;
const { displayName: _name, ...unit } = projects.find(({ displayName }) => displayName === 'unit');

/** The unit tests of what is mutated, as StrykerJS runs them: it cannot see into projects. */
export default {
	...shared,
	...unit,
	testMatch: ['<rootDir>/test/unit/{signatures,delivery,registration,waiting}/**/*.test.mts'],
	// It counts steps, which mutation testing adds to.
	testPathIgnorePatterns: ['linearCost'],
};
