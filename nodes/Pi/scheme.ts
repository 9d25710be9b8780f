import { signedBody } from '../../lib/signatures/schemes';

/** docs/reference/pi.md 6; the provider trims the secret (5). */
export const piScheme = signedBody('X-Pi-Signature', { prefix: 'sha256=' });
