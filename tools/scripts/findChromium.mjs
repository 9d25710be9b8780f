import { findProgram } from './findProgram.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The installed Chromium: `CHROMIUM`, or the first of the usual names in `PATH`. */
export function findChromium() {
	return process.env.CHROMIUM || findProgram(NAMES);
}
