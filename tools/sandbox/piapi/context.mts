import type { ProviderParts } from '../shared/createProvider.mts';
import type { Rules } from '../shared/createRules.mts';
import type { PiapiSettings, Task, TaskBehaviour } from './types.mts';

/** A behaviour for tasks that match. */
export interface BehaviourRule extends TaskBehaviour {
	match?: {
		model?: string;
		taskType?: string;
		/** Part of the input as JSON, e.g. a word of the prompt. */
		input?: string;
	};
}

/** What the parts of this provider share. */
export interface PiapiContext extends ProviderParts {
	apiKey: string;
	settings: PiapiSettings;
	tasks: Map<string, Task>;
	behaviours: Rules<BehaviourRule>;
	uploads: Map<string, { type: string; bytes: Buffer }>;
	random(): number;
}
