/** The bytes of a stream, or nothing once they are more than `maxBytes`; the stream is closed then. */
export async function readCapped(
	stream: AsyncIterable<Uint8Array>,
	maxBytes: number,
): Promise<Buffer | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > maxBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
