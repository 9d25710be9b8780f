export interface FileWish {
	/** Address of the server that has the files. */
	base: string;
	/** The task's id: files of different tasks have different addresses. */
	id: string;
	/** Size of every file; left out: the tiny ones. */
	bytes?: number;
	/** How many results; default 1. */
	results?: number;
}

export interface FileUrls {
	id: string;
	results: number;
	image(index: number, suffix?: string): string;
	video(index: number, suffix?: string): string;
	audio(index: number, suffix?: string): string;
	model(index: number, suffix?: string): string;
	/** One entry per result. */
	each<T>(make: (index: number) => T): T[];
}

/** Addresses of result files that can be downloaded. */
export function createFileUrls({ base, id, bytes, results = 1 }: FileWish): FileUrls {
	const folder = bytes === undefined ? `${base}/files` : `${base}/files/big/${bytes}`;
	const named = (extension: string) => (index: number, suffix?: string) =>
		`${folder}/${[id, index, suffix].filter((part) => part !== undefined).join('-')}.${extension}`;
	return {
		id,
		results,
		image: named('png'),
		video: named('mp4'),
		audio: named('mp3'),
		model: named('glb'),
		each: (make) => Array.from({ length: results }, (_, index) => make(index)),
	};
}
