import { runTool } from './runTool.mjs';

await runTool('../local/screenshots.mts');
