import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../harness/builtPackage.mts';
import { nodeSchemas } from './nodeSchemas.mts';

for (const [file, schema] of await nodeSchemas()) {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), `${JSON.stringify(schema, null, '\t')}\n`);
	console.log(file);
}
process.exit();
