import type { StandIn } from './standIn.mts';
import { replicate } from './services/replicate.mts';
import { fal } from './services/fal.mts';
import { kie } from './services/kie.mts';
import { assemblyAi } from './services/assemblyAi.mts';
import { runPod } from './services/runPod.mts';
import { firecrawl } from './services/firecrawl.mts';
import { apify } from './services/apify.mts';
import { waveSpeed } from './services/waveSpeed.mts';
import { luma } from './services/luma.mts';
import { creatomate } from './services/creatomate.mts';
import { novita } from './services/novita.mts';
import { json2Video } from './services/json2Video.mts';

export const services: Record<string, StandIn> = {
	...{ replicate, fal, kie, assemblyAi, runPod, firecrawl },
	...{ apify, waveSpeed, luma, creatomate, novita, json2Video },
};
