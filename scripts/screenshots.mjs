import { bootstrap } from './bootstrap.mjs';

try {
	await bootstrap();
	const { register } = await import('tsx/esm/api');
	register();
	const { main } = await import('../local/screenshots.mts');
	await main();
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
