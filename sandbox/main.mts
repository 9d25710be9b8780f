import { startSandbox } from './index.mts';
import { CONTROL_PATH } from './shared/control/controlPath.mts';

const timeScale = Number(process.env.SANDBOX_TIME_SCALE ?? 1);
const port = process.env.SANDBOX_PIAPI_PORT;
const ports = port === undefined ? {} : { piapi: Number(port) };
const sandbox = await startSandbox({ timeScale, ports }).catch((error: unknown) => {
	process.stderr.write(`The sandbox could not start: ${String(error)}\n`);
	process.exit(1);
});
const { piapi } = sandbox;

process.stdout.write(`PiAPI
  base URL     ${piapi.url}
  upload URL   ${piapi.uploadUrl}
  API key      ${piapi.apiKey}
  controls     ${piapi.url}${CONTROL_PATH}   (GET lists them, POST ${CONTROL_PATH}/<name> calls one)

Make the next task fail:
  curl -d '{"fail":true,"times":1}' ${piapi.url}${CONTROL_PATH}/behave
Send every delivery five times at once:
  curl -d '{"on":"delivery","kind":"duplicate","count":5}' ${piapi.url}${CONTROL_PATH}/fault

SANDBOX_PIAPI_PORT sets the port, SANDBOX_TIME_SCALE the pace (now ${timeScale}; 0.01 is a hundred
times faster). Ctrl-C ends.
`);

const stop = () => void sandbox.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
