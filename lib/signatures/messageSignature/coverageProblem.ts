import type { Covered } from '../scheme';
import type { Dialect } from './dialects';
import type { SignableMessage } from './signableMessage';
import type { InnerList } from './structuredFields';

type Names = ReadonlySet<string>;

const COVERS: Record<
	Covered,
	(names: Names, message: SignableMessage, dialect: Dialect) => boolean
> = {
	body: (names) => names.has('content-digest'),
	method: (names) => names.has('@method'),
	target: (names, { url }, { targetUri }) =>
		(targetUri === 'whole' && names.has('@target-uri')) ||
		names.has('@request-target') ||
		(names.has('@path') && (url.search === '' || names.has('@query'))),
};

/** What a signature leaves out that it must cover; undefined when it covers all of it. */
export function coverageProblem(
	list: InnerList,
	covers: readonly Covered[],
	message: SignableMessage,
	dialect: Dialect,
): string | undefined {
	const names = new Set(list.items.map(({ value }) => String(value).toLowerCase()));
	const open = covers.find((what) => !COVERS[what](names, message, dialect));
	return open && `the signature does not cover the ${open}`;
}
