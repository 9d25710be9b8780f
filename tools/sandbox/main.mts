import { providerNames as names, startSandbox, type ProviderName } from './index.mts';
import { CONTROL_PATH } from './shared/control/controlPath.mts';

const timeScale = Number(process.env.SANDBOX_TIME_SCALE ?? 1);
const portOf = (name: ProviderName) => process.env[`SANDBOX_${name.toUpperCase()}_PORT`];
const ports = Object.fromEntries(
	names.flatMap((name) => (portOf(name) === undefined ? [] : [[name, Number(portOf(name))]])),
);
const sandbox = await startSandbox({ timeScale, ports }).catch((error: unknown) => {
	process.stderr.write(`The sandbox could not start: ${String(error)}\n`);
	process.exit(1);
});

for (const name of names) {
	// What a credential asks for; the rest of a provider's sandbox are its controls.
	const texts = Object.entries(sandbox[name]).filter(([, value]) => typeof value === 'string');
	const lines = texts.map(([key, value]) => `  ${key.padEnd(12)} ${value}`);
	process.stdout.write(`${name}\n${lines.join('\n')}\n`);
}

const { url } = sandbox.piapi;
process.stdout.write(`
GET <url>${CONTROL_PATH} lists a provider's controls, POST <url>${CONTROL_PATH}/<name> calls one.
Make PiAPI's next task fail:
  curl -d '{"fail":true,"times":1}' ${url}${CONTROL_PATH}/behave
Send every delivery of PiAPI five times at once:
  curl -d '{"on":"delivery","kind":"duplicate","count":5}' ${url}${CONTROL_PATH}/fault

SANDBOX_<PROVIDER>_PORT sets a port, SANDBOX_TIME_SCALE the pace (now ${timeScale}; 0.01 is a hundred
times faster). Ctrl-C ends.
`);

const stop = () => void sandbox.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
