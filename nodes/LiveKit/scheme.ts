import { bodyJwt } from '../../lib/signatures/schemes';

/** docs/reference/livekit.md; issuers are the API keys, secrets their API secrets. */
export const livekitScheme = bodyJwt('Authorization');
