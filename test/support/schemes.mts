import { livekitScheme } from '../../dist/nodes/LiveKit/scheme.js';
import { piScheme } from '../../dist/nodes/Pi/scheme.js';
import { pipaiScheme } from '../../dist/nodes/Pipai/scheme.js';
import { pipevestScheme } from '../../dist/nodes/Pipevest/scheme.js';
import type { HmacScheme } from '../../dist/lib/signatures/scheme.js';
import * as generic from '../../dist/lib/signatures/schemes.js';
import { namedSenders } from '../../dist/nodes/SignedWebhook/senders/index.js';

const { stripe, github, slack, shopify } = namedSenders;

/** How the senders sign that the tests of signatures go through, as data. */
export const schemes = {
	secretHeader: generic.secretHeader,
	standardWebhooks: generic.standardWebhooks,
	stripe: stripe.scheme as HmacScheme,
	github: github.scheme as HmacScheme,
	slack: slack.scheme as HmacScheme,
	shopify: shopify.scheme as HmacScheme,
	pi: piScheme,
	pipai: pipaiScheme,
	livekit: livekitScheme,
	bodyJwt: generic.bodyJwt,
	rfc9421Ed25519: generic.rfc9421Ed25519,
	rfc9421Hmac: generic.rfc9421Hmac,
	pipevest: pipevestScheme,
};
