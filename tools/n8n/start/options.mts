import { parseArgs } from 'node:util';

export interface StartOptions {
	port: number;
	/** End after the job. */
	once: boolean;
	/** Forget what an earlier start left. */
	fresh: boolean;
	help: boolean;
}

export const HELP = `npm start [-- options]

Starts a real n8n with these nodes and the examples, and the providers' sandbox beside it, all on
this machine, and runs one job through them.

  --port <number>   n8n's port (5678)
  --once            end after the job; exit code 0 when it went through
  --fresh           forget the workflows and executions of earlier starts
  --help            this text`;

/** @throws Error in one line on an option that is not known or not usable */
export function readOptions(args: string[]): StartOptions {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '5678' },
			once: { type: 'boolean', default: false },
			fresh: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`--port must be a number from 1 to 65535, not "${values.port}"`);
	}
	return { ...values, port };
}
