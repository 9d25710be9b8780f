import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The first of these programs that is in `PATH` or one of the `folders`. */
export function findProgram(names, folders = []) {
	const all = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...folders];
	return names.flatMap((name) => all.map((folder) => join(folder, name))).find(isProgram);
}
