import { bootstrap } from './bootstrap.mjs';

try {
	await bootstrap();
	const { register } = await import('tsx/esm/api');
	register();
	const { main } = await import('../bench/main.mts');
	process.exit(await main(process.argv.slice(2)));
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
