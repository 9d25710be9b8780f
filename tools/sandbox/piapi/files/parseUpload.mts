/** File types that may be uploaded and the media types that mean them (docs/reference/piapi.md 1.8). */
const TYPES: Record<string, string[]> = {
	jpg: ['image/jpeg', 'image/jpg'],
	jpeg: ['image/jpeg', 'image/jpg'],
	png: ['image/png'],
	webp: ['image/webp'],
	mp4: ['video/mp4'],
	wav: ['audio/wav', 'audio/x-wav', 'audio/wave'],
	mp3: ['audio/mpeg', 'audio/mp3'],
};

const MOST_NAME = 128;
const MOST_BYTES = 10 * 1024 * 1024;
const DATA_URI = /^data:([^;,]*);base64,/;
/** Found, not matched from end to end: that would need a stack as deep as the file is long. */
const NOT_BASE64 = /[^A-Za-z0-9+/=]|=[^=]|={3}/;

export interface Upload {
	extension: string;
	type: string;
	bytes: Buffer;
}

/** Reads the body of an upload, or says why it is refused. */
export function parseUpload(body: Record<string, unknown> | undefined): Upload | string {
	const { file_name: name, file_data: data } = body ?? {};
	if (typeof name !== 'string' || name === '') return 'file_name is required';
	if (typeof data !== 'string' || data === '') return 'file_data is required';
	if (name.length > MOST_NAME) return 'file_name must not exceed 128 characters';
	const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const types = TYPES[extension];
	if (!types) return `file extension must be one of ${Object.keys(TYPES).join(', ')}`;
	const declared = DATA_URI.exec(data)?.[1];
	if (declared !== undefined && !types.includes(declared)) {
		return `file_data is ${declared}, which does not match .${extension}`;
	}
	const text = data.replace(DATA_URI, '');
	if (NOT_BASE64.test(text) || text.length % 4 !== 0) return 'file_data is not valid base64';
	const bytes = Buffer.from(text, 'base64');
	if (bytes.length > MOST_BYTES) return 'file size must not exceed 10MB';
	return { extension, type: types[0] ?? '', bytes };
}
