import { bootstrap, root } from './bootstrap.mjs';
import { runJestKinds } from './jestKinds.mjs';
import { npm } from './npm.mjs';

const STEPS = ['lint', 'types'];
const KINDS = ['unit', 'contract', 'faults', 'e2e', 'oldest', 'queue', 'ui'];

const ADVICE = {
	lint: 'lint: `npm run lint` shows it again, `npm run lint -- --fix` repairs what it can.',
	types: 'types: `npm run types` shows it again.',
	unit: '`npm run test:unit -- -t "<part of the name>"` runs one test alone.',
	contract: '`npm run test:contract -- -t "<part of the name>"` runs one test alone.',
	faults: '`npm test -- faults -t "<part of the name>"` runs one test alone.',
	e2e: '`npm run test:e2e -- -t "<part of the name>"` runs one test alone.',
	oldest: '`npm test -- oldest -t "<part of the name>"` runs one test alone.',
	queue: '`npm test -- queue -t "<part of the name>"` runs one test alone.',
	ui: '`npm test -- ui -t "<part of the name>"` runs one test alone.',
};

/** Splits `unit contract -t name` into the kinds and what is meant for jest. */
function readArguments(args) {
	const flag = args.findIndex((arg) => arg.startsWith('-'));
	const kinds = flag < 0 ? args : args.slice(0, flag);
	const unknown = kinds.find((kind) => ![...STEPS, ...KINDS].includes(kind));
	if (unknown)
		throw new Error(`There is no kind "${unknown}": use ${[...STEPS, ...KINDS].join(', ')}.`);
	return {
		wanted: kinds.length > 0 ? kinds : [...STEPS, ...KINDS],
		more: flag < 0 ? [] : args.slice(flag),
	};
}

/** Runs a step that is no test; a failure is shown by the tool itself. */
async function step(name) {
	console.log(`\n${name}`);
	try {
		await npm(['run', '--silent', name], { cwd: root, what: name });
		return true;
	} catch (error) {
		console.error(error.message);
		return false;
	}
}

async function main() {
	const { wanted, more } = readArguments(process.argv.slice(2));
	await bootstrap();

	const failedSteps = [];
	for (const name of STEPS.filter((each) => wanted.includes(each))) {
		if (!(await step(name))) failedSteps.push(name);
	}
	console.log(
		`\nRandom values of the tests come from the seed ${process.env.FC_SEED ?? 9} (FC_SEED).`,
	);
	const results = await runJestKinds(wanted, more);

	const sum = (field) => results.reduce((total, result) => total + (result[field] ?? 0), 0);
	const failed = sum('numFailedTests') + sum('broken') + failedSteps.length;
	const red = results.filter(({ numFailedTests, broken }) => numFailedTests || broken);
	const advice = [...failedSteps, ...red.flatMap(({ kinds }) => kinds)];
	if (advice.length > 0)
		console.log(`\nWhat to do next:\n${advice.map((name) => `  ${ADVICE[name]}`).join('\n')}`);

	const suites = sum('numFailedTestSuites');
	console.log(
		`\nTest Suites: ${suites} failed, ${sum('numPassedTestSuites')} passed, ${sum('numTotalTestSuites')} total` +
			`\nTests:       ${sum('numFailedTests')} failed, ${sum('numPassedTests')} passed, ${sum('numTotalTests')} total`,
	);
	console.log(`${sum('numPassedTests')} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}

try {
	await main();
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
