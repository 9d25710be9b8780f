import { runTool } from './runTool.mjs';

await runTool('../local/start.mts');
