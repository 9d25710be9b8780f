const PLAIN_INTERVAL = 15_000;

/** `83_000` ms as `1:23`. */
function clock(ms) {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * Shows that something is under way and for how long: a line rewritten in place on a terminal,
 * a new line every 15 seconds elsewhere. Call `end` with what came out of it, or `stop` to say
 * no more.
 */
export function progress(label, stream = process.stderr) {
	const started = Date.now();
	let detail = '';
	const line = (text) => `${label}${text ? `: ${text}` : ''} (${clock(Date.now() - started)})`;
	const clear = () => stream.isTTY && stream.write('\r\u001b[2K');
	const draw = () => {
		clear();
		stream.write(
			stream.isTTY ? line(detail).slice(0, (stream.columns || 80) - 1) : `${line(detail)}\n`,
		);
	};

	if (stream.isTTY) draw();
	const timer = setInterval(draw, stream.isTTY ? 250 : PLAIN_INTERVAL);
	const stop = () => {
		clearInterval(timer);
		clear();
	};
	return {
		update(text) {
			detail = text;
		},
		stop,
		end(result) {
			stop();
			stream.write(`${line(result)}\n`);
		},
	};
}
