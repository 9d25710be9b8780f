const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Loads n8n's own packages once per worker, outside of the sandbox that jest makes for each test file:
 * to load them anew takes two seconds, in each of fifty files.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.sharedModule = (name, owner) =>
			createRequire(owner ? require.resolve(owner) : __filename)(name);
		// Errors thrown by n8n are errors in a test's realm too.
		this.global.Error = Error;
	}
};
