import { bootstrap } from './bootstrap.mjs';

/**
 * Runs `main` of a tool that is written in TypeScript, once what it needs is installed, and ends with
 * the exit code that it gives: what is still being started ends with us.
 *
 * @param path of the tool, from this folder
 */
export async function runTool(path) {
	try {
		await bootstrap();
		const { register } = await import('tsx/esm/api');
		register();
		const { main } = await import(path);
		process.exit(await main(process.argv.slice(2)));
	} catch (error) {
		console.error(error.message);
		process.exit(1);
	}
}
