import { trimWhile } from '../text';

/** What the key of a URL says about it. */
export type Rank = 'clean' | 'result' | 'edition' | 'beside';

const BESIDE =
	/(?:^|_)(?:thumb(?:nail)?s?|covers?|previews?|posters?|intermediate|(?:first|last)_frames?)(?:_|$)/;
const CLEAN =
	/(^|_)(?:(?:no|non|un|without)_?watermark(?:ed)?|watermark(?:ed)?_(?:free|removed)|raw)(_|$)/;
const MARKED = /(?:^|_)watermark(?:ed)?(?:_|$)/;
const MODEL = /(?:^|_)(?:model_(?:file|url|path|mesh)|glb|gltf|mesh)(?:_|$)/;
const TRACK = /(?:^|_)(?:song|audio|video)(?:_(?:url|path|file))?$/;
const MOVING = /(?:^|_)(?:videos?|gif)(?:_|$)/;
const IMAGE = /(?:^|_)images?(?:_|$)/;

/** `resourceWithoutWatermark` and `resource-without-watermark` both as `resource_without_watermark`. */
const snake = (key: string) =>
	key
		.replace(/([a-z\d])([A-Z])/g, '$1_$2')
		.replace(/[-\s]+/g, '_')
		.toLowerCase();

const withoutMark = (name: string) =>
	trimWhile(name.replace(CLEAN, '$1$2'), (char) => char === '_');

/**
 * What the keys of one object say about the values beside each other: a `url` next to a
 * `url_no_watermark` carries the watermark, an image next to a song is its cover, a video next to
 * a 3D model is its preview (docs/reference/piapi.md 2.1). Empty values say nothing.
 *
 * @param editions names of a provider's second editions, in snake case
 */
export function rankKeys(record: object, editions?: RegExp): Map<string, Rank> {
	const filled = Object.entries(record).filter(([, value]) => Boolean(value));
	const names = new Map(filled.map(([key]) => [key, snake(key)]));
	const all = [...names.values()];
	const marked = new Set(all.filter((name) => CLEAN.test(name)).map(withoutMark));
	const hasModel = all.some((name) => MODEL.test(name));
	const hasTrack = all.some((name) => TRACK.test(name));

	const rank = (name: string): Rank => {
		const isImage = IMAGE.test(name);
		if (BESIDE.test(name) || (hasTrack && isImage)) return 'beside';
		if (hasModel && !MODEL.test(name) && (isImage || MOVING.test(name))) return 'beside';
		if (CLEAN.test(name)) return 'clean';
		if (MARKED.test(name) || marked.has(name) || editions?.test(name)) return 'edition';
		return 'result';
	};
	return new Map([...names].map(([key, name]) => [key, rank(name)]));
}
