const CAUSES = [
	[/\bENOSPC\b/, 'the disk is full: free some space (n8n takes about 3.5 GB) and start again'],
	[/\bE(401|403)\b/, "the npm registry refuses us: check the login or token in npm's settings"],
	[
		/\bE404\b|\bETARGET\b/,
		'the npm registry does not have a package we need: check `npm config get registry`',
	],
	[/\bEINTEGRITY\b/, 'a download arrived damaged: run `npm cache verify` and start again'],
	[
		/not found: make|gyp ERR! .*(not found|find Python|find VS)|No Xcode|xcode-select|: g\+\+: |c\+\+: not found/,
		'SQLite has to be compiled here and no compiler was found: install make, g++ and Python 3 ' +
			'(Debian, Ubuntu: `apt install build-essential python3`; macOS: `xcode-select --install`) and start again',
	],
	[/\b(EACCES|EPERM|EROFS)\b/, 'a folder cannot be written: check its owner'],
	[
		/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|E5\d\d|CERT_\w+|SELF_SIGNED\w*)\b/,
		"the npm registry cannot be reached: check the network and npm's registry and proxy settings, then start again",
	],
];

/** The likely cause of a failed npm command and its remedy, in one line, from what it wrote. */
export function explainNpm(log) {
	const errors = log.split('\n').filter((line) => /npm (error|ERR!)|gyp ERR!|not found/.test(line));
	const known = CAUSES.find(([pattern]) => errors.some((line) => pattern.test(line)));
	if (known) return known[1];
	const last = errors.find((line) => /npm (error|ERR!) (?!code)/.test(line)) ?? '';
	return last.replace(/^.*npm (error|ERR!)\s*/, '') || 'npm gave no reason';
}
