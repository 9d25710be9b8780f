import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file at or under `paths`, in stable order; a path that is not there has none. */
export function filesUnder(...paths) {
	return paths.flatMap((path) => {
		const found = statSync(path, { throwIfNoEntry: false });
		if (!found) return [];
		if (!found.isDirectory()) return [path];
		return filesUnder(
			...readdirSync(path)
				.sort()
				.map((name) => join(path, name)),
		);
	});
}

/** One hash over the names and contents of these files. */
export function fileHash(files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
	return hash.digest('hex').slice(0, 16);
}
