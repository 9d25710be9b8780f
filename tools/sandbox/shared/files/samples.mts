/** The smallest well-formed file of each kind of result. */
const chunk = (type: string, ...parts: Buffer[]) => {
	const body = Buffer.concat(parts);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(body.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, body]);
};

/** One red pixel. */
const png = () =>
	Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
		'base64',
	);

/** ISO base media with a movie header and no track. */
const mp4 = () => {
	const header = Buffer.alloc(100);
	header.writeUInt32BE(1000, 12);
	header.writeUInt32BE(0x00010000, 20);
	header.writeUInt16BE(0x0100, 24);
	[0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000].forEach((value, index) =>
		header.writeUInt32BE(value, 36 + index * 4),
	);
	header.writeUInt32BE(1, 96);
	const brands = Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1');
	return Buffer.concat([
		chunk('ftyp', brands),
		chunk('moov', chunk('mvhd', header)),
		chunk('mdat'),
	]);
};

/** A tenth of a second of silence, 8 kHz, 8 bit, mono. */
const wav = () => {
	const samples = Buffer.alloc(800, 0x80);
	const head = Buffer.alloc(44);
	head.write('RIFF', 0, 'latin1');
	head.writeUInt32LE(36 + samples.length, 4);
	head.write('WAVEfmt ', 8, 'latin1');
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(8000, 24);
	head.writeUInt32LE(8000, 28);
	head.writeUInt16LE(1, 32);
	head.writeUInt16LE(8, 34);
	head.write('data', 36, 'latin1');
	head.writeUInt32LE(samples.length, 40);
	return Buffer.concat([head, samples]);
};

/** Four silent frames, MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono: 104 bytes each. */
const mp3 = () => {
	const frame = Buffer.alloc(104);
	frame.writeUInt32BE(0xfffb10c0);
	return Buffer.concat([frame, frame, frame, frame]);
};

/** An empty glTF 2.0 scene in its binary form. */
const glb = () => {
	const json = Buffer.from('{"asset":{"version":"2.0"}}'.padEnd(28));
	const head = Buffer.alloc(20);
	head.write('glTF', 0, 'latin1');
	head.writeUInt32LE(2, 4);
	head.writeUInt32LE(head.length + json.length, 8);
	head.writeUInt32LE(json.length, 12);
	head.write('JSON', 16, 'latin1');
	return Buffer.concat([head, json]);
};

export interface Sample {
	type: string;
	bytes: Buffer;
}

export const samples: Record<string, Sample> = {
	png: { type: 'image/png', bytes: png() },
	mp4: { type: 'video/mp4', bytes: mp4() },
	mp3: { type: 'audio/mpeg', bytes: mp3() },
	wav: { type: 'audio/wav', bytes: wav() },
	glb: { type: 'model/gltf-binary', bytes: glb() },
	txt: { type: 'text/plain; charset=utf-8', bytes: Buffer.from('A file of the sandbox.\n') },
};
