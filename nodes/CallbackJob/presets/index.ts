import type { Preset } from '../preset';
import { apify } from './apify';
import { assemblyAi } from './assemblyAi';
import { creatomate } from './creatomate';
import { dId } from './dId';
import { fal } from './fal';
import { firecrawl } from './firecrawl';
import { heyGen } from './heyGen';
import { json2Video } from './json2Video';
import { kie } from './kie';
import { luma } from './luma';
import { novita } from './novita';
import { replicate } from './replicate';
import { runPod } from './runPod';
import { shotstack } from './shotstack';
import { sunoApi } from './sunoApi';
import { tavus } from './tavus';
import { waveSpeed } from './waveSpeed';

/** The services that are known, by the alphabet as n8n lists them. */
export const presets: Preset[] = [
	...[apify, assemblyAi, creatomate, dId, fal, firecrawl, heyGen, json2Video, kie, luma],
	...[novita, replicate, runPod, shotstack, sunoApi, tavus, waveSpeed],
];
