const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++)
		remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
	return remainder;
});

/** CRC-32 as zip has it. A checksum and no digest: anyone can make another body with the same. */
export function crc32(bytes: Buffer): number {
	let remainder = 0xffffffff;
	for (const byte of bytes) remainder = (TABLE[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8);
	return (remainder ^ 0xffffffff) >>> 0;
}
