import { runTool } from './runTool.mjs';

await runTool('../n8n/screenshots.mts');
