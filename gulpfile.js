const { dest, src } = require('gulp');

/** Copies what `tsc` does not: icons and the codex files beside the nodes. */
function assets() {
	return src(
		['icons/**/*.svg', 'nodes/**/*.svg', 'nodes/**/__schema__/**/*.json', 'nodes/**/*.node.json'],
		{
			base: '.',
			encoding: false,
		},
	).pipe(dest('dist'));
}

exports.assets = assets;
