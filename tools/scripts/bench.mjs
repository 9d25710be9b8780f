import { runTool } from './runTool.mjs';

await runTool('../bench/main.mts');
