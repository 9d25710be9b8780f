import { createRequire } from 'node:module';

type Load = (name: string, owner: string) => unknown;

/** Jest's environment has n8n's packages in common for all test files (test/support/shared). */
const { sharedModule } = globalThis as { sharedModule?: Load };

/** A module as a package of n8n's sees it: that package's own copy, where there are several. */
export function moduleOf<Module>(owner: 'n8n-core' | 'n8n-workflow', name: string): Module {
	const load: Load = (wanted) =>
		createRequire(createRequire(import.meta.url).resolve(owner))(wanted);
	return (sharedModule ?? load)(name, owner) as Module;
}
