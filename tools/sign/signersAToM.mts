import { base64, hex, jwt, seconds, sha256 } from './bytes.mts';
import {
	basic,
	event,
	hexKey,
	inHeader,
	inUrl,
	iso,
	json,
	ofBody,
	prefixed,
	standard,
	timed,
	withId,
} from './makers.mts';
import { adyen, awsSns, contentful, discord, fal, hubSpot } from './particular.mts';
import type { Signer } from './signer.mts';

/** The generic schemes, and senders from A to M. */
export const signersAToM: Record<string, Signer> = {
	standardWebhooks: standard,
	openAi: standard,
	replicate: standard,
	supabase: standard,
	resend: standard,
	clerk: standard,
	svix: standard,
	gitLab: (order) => {
		const { headers, body } = standard(order);
		return { headers: [...headers, ['X-Gitlab-Event', 'Push Hook']], body };
	},
	basicAuth: basic(event),
	adyen,
	adyenPlatform: ofBody('HmacSignature', hexKey),
	apify: inHeader(
		'X-Webhook-Secret',
		(o) => event(o, { eventType: 'ACTOR.RUN.SUCCEEDED' }),
		withId('X-Apify-Webhook-Dispatch-Id'),
	),
	asana: ofBody('X-Hook-Signature', hex, ({ id }) =>
		json({ events: [{ action: 'changed', resource: { gid: id } }] }),
	),
	assemblyAi: inHeader('X-Webhook-Secret', ({ id }) =>
		json({ transcript_id: id, status: 'completed' }),
	),
	awsSns,
	bitbucket: ofBody(
		'X-Hub-Signature',
		prefixed('sha256='),
		event,
		withId('X-Request-UUID', [['X-Event-Key', 'repo:push']]),
	),
	box: (order) => {
		const body = json({ id: order.id, trigger: 'FILE.UPLOADED' });
		return {
			headers: [
				['BOX-DELIVERY-TIMESTAMP', iso(order)],
				['BOX-SIGNATURE-PRIMARY', base64(order.secret, body + iso(order))],
			],
			body,
		};
	},
	calCom: ofBody('X-Cal-Signature-256', hex, ({ id }) =>
		json({ triggerEvent: 'BOOKING_CREATED', payload: { uid: id } }),
	),
	calendly: timed('Calendly-Webhook-Signature', (t, mac) => `t=${t},v1=${mac}`),
	circleCi: ofBody('circleci-signature', prefixed('v1=')),
	coinbase: ofBody('X-CC-Webhook-Signature', hex, (o) =>
		json({ id: 'outer', event: { id: o.id, type: 'charge:created' } }),
	),
	contentful,
	dId: inUrl(({ id }) => json({ id, status: 'done' })),
	daily: (order) => {
		const [body, time] = [event(order), seconds(order.at)];
		const key = Buffer.from(order.secret, 'base64');
		return {
			headers: [
				['X-Webhook-Timestamp', time],
				['X-Webhook-Signature', base64(key, `${time}.${body}`)],
			],
			body,
		};
	},
	discord: discord(({ id }) => json({ id, type: 2, data: { name: 'go' } })),
	discordEvents: discord(({ id }) =>
		json({ type: 1, event: { type: 'APPLICATION_AUTHORIZED', data: { id } } }),
	),
	docuSign: ofBody('X-DocuSign-Signature-2', base64, event, () => [
		['X-DocuSign-Signature-1', base64('another key', 'x')],
	]),
	dropbox: ofBody('X-Dropbox-Signature', hex, ({ id }) =>
		json({ list_folder: { accounts: [id] } }),
	),
	elevenLabs: timed('ElevenLabs-Signature', (t, mac) => `t=${t},v0=${mac}`),
	eventbrite: inUrl(
		({ id }) => json({ config: { action: 'order.placed' }, api_url: id }),
		withId('X-Eventbrite-Delivery'),
	),
	fal,
	firecrawl: ofBody('X-Firecrawl-Signature', prefixed('sha256=')),
	github: ofBody(
		'X-Hub-Signature-256',
		prefixed('sha256='),
		event,
		withId('X-GitHub-Delivery', [['X-GitHub-Event', 'push']]),
	),
	goCardless: ofBody('Webhook-Signature', hex, ({ id }) =>
		json({ events: [{ id, action: 'confirmed' }] }),
	),
	googlePubSub: ({ secret, keys, url, at, id }) => {
		const time = Math.floor(at / 1000);
		const claims = {
			iss: 'https://accounts.google.com',
			aud: url,
			email: secret,
			email_verified: true,
			iat: time,
			exp: time + 3600,
		};
		return {
			headers: [['Authorization', `Bearer ${jwt(claims, keys.rsa)}`]],
			body: json({ message: { messageId: id }, subscription: 's' }),
		};
	},
	heyGen: ofBody(
		'Heygen-Signature',
		hex,
		(o) => json({ event_type: 'avatar_video.success', event_data: {}, n: o.id }),
		withId('Heygen-Event-Id'),
	),
	hubSpot,
	intercom: ofBody('X-Hub-Signature', prefixed('sha1=', 'sha1')),
	jira: ofBody(
		'X-Hub-Signature',
		prefixed('sha256='),
		() => json({ webhookEvent: 'jira:issue_created' }),
		withId('X-Atlassian-Webhook-Identifier'),
	),
	kie: ({ secret, at, id }) => ({
		headers: [
			['X-Webhook-Timestamp', seconds(at)],
			['X-Webhook-Signature', base64(secret, `${id}.${seconds(at)}`)],
		],
		body: json({ data: { task_id: id, callbackType: 'complete' } }),
	}),
	lemonSqueezy: ofBody('X-Signature', hex, event, () => [['X-Event-Name', 'order_created']]),
	linear: ofBody(
		'Linear-Signature',
		hex,
		(o) => event(o, { webhookTimestamp: o.at }),
		withId('Linear-Delivery', [['Linear-Event', 'Issue']]),
	),
	mailgun: ({ secret, at, id }) => ({
		headers: [],
		body: json({
			signature: {
				timestamp: seconds(at),
				token: 'token-1',
				signature: hex(secret, `${seconds(at)}token-1`),
			},
			'event-data': { id, event: 'opened' },
		}),
	}),
	meta: ofBody('X-Hub-Signature-256', prefixed('sha256='), ({ id }) =>
		json({ object: 'page', entry: [{ id, changes: [{ field: 'feed' }] }] }),
	),
	microsoftGraph: ({ secret, id }) => ({
		headers: [],
		body: json({ value: [{ clientState: secret, changeType: 'created', resource: id }] }),
	}),
	mollie: ofBody('X-Mollie-Signature', prefixed('sha256='), event, () => [
		['X-Mollie-Signature', 'sha256=00'],
	]),
	monday: ({ secret, at, id }) => ({
		headers: [
			[
				'Authorization',
				jwt({ iat: Math.floor(at / 1000), exp: Math.floor(at / 1000) + 300 }, secret),
			],
		],
		body: json({ event: { type: 'create_pulse', triggerUuid: id } }),
	}),
	mux: timed('Mux-Signature', (t, mac) => `t=${t},v1=${mac}`),
	netlify: (order) => {
		const body = json({ id: order.id, state: 'ready' });
		return {
			headers: [
				['X-Webhook-Signature', jwt({ iss: 'netlify', sha256: sha256(body) }, order.secret)],
			],
			body,
		};
	},
};
