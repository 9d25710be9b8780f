import { adyen } from './adyen';
import { adyenPlatform } from './adyenPlatform';
import { apify } from './apify';
import { asana } from './asana';
import { assemblyAi } from './assemblyAi';
import { awsSns } from './awsSns';
import { bitbucket } from './bitbucket';
import { box } from './box';
import { calCom } from './calCom';
import { calendly } from './calendly';
import { circleCi } from './circleCi';
import { clerk } from './clerk';
import { coinbase } from './coinbase';
import { contentful } from './contentful';
import { dId } from './dId';
import { daily } from './daily';
import { discord } from './discord';
import { discordEvents } from './discordEvents';
import { docuSign } from './docuSign';
import { dropbox } from './dropbox';
import { elevenLabs } from './elevenLabs';
import { eventbrite } from './eventbrite';
import { fal } from './fal';
import { firecrawl } from './firecrawl';
import { gitLab } from './gitLab';
import { github } from './github';
import { goCardless } from './goCardless';
import { googlePubSub } from './googlePubSub';
import { heyGen } from './heyGen';
import { hubSpot } from './hubSpot';
import { intercom } from './intercom';
import { jira } from './jira';
import { kie } from './kie';
import { lemonSqueezy } from './lemonSqueezy';
import { linear } from './linear';
import { mailgun } from './mailgun';
import { meta } from './meta';
import { microsoftGraph } from './microsoftGraph';
import { mollie } from './mollie';
import { monday } from './monday';
import { mux } from './mux';
import { netlify } from './netlify';
import { notion } from './notion';
import { okta } from './okta';
import { openAi } from './openAi';
import { paddle } from './paddle';
import { pagerDuty } from './pagerDuty';
import { payPal } from './payPal';
import { pipedrive } from './pipedrive';
import { postmark } from './postmark';
import { razorpay } from './razorpay';
import { replicate } from './replicate';
import { resend } from './resend';
import { runPod } from './runPod';
import { sanity } from './sanity';
import { sendGrid } from './sendGrid';
import { sentry } from './sentry';
import { shopify } from './shopify';
import { slack } from './slack';
import { square } from './square';
import { stripe } from './stripe';
import { supabase } from './supabase';
import { svix } from './svix';
import { telegram } from './telegram';
import { trello } from './trello';
import { twilio } from './twilio';
import { twitch } from './twitch';
import { typeform } from './typeform';
import { vercel } from './vercel';
import { waveSpeed } from './waveSpeed';
import { webflow } from './webflow';
import { wooCommerce } from './wooCommerce';
import { xero } from './xero';
import { zendesk } from './zendesk';
import { zoom } from './zoom';

/** The senders that are known by name, as the list shows them. */
export const namedSenders = {
	adyen,
	adyenPlatform,
	apify,
	asana,
	assemblyAi,
	awsSns,
	bitbucket,
	box,
	calCom,
	calendly,
	circleCi,
	clerk,
	coinbase,
	contentful,
	dId,
	daily,
	discord,
	discordEvents,
	docuSign,
	dropbox,
	elevenLabs,
	eventbrite,
	fal,
	firecrawl,
	gitLab,
	github,
	goCardless,
	googlePubSub,
	heyGen,
	hubSpot,
	intercom,
	jira,
	kie,
	lemonSqueezy,
	linear,
	mailgun,
	meta,
	microsoftGraph,
	mollie,
	monday,
	mux,
	netlify,
	notion,
	okta,
	openAi,
	paddle,
	pagerDuty,
	payPal,
	pipedrive,
	postmark,
	razorpay,
	replicate,
	resend,
	runPod,
	sanity,
	sendGrid,
	sentry,
	shopify,
	slack,
	square,
	stripe,
	supabase,
	svix,
	telegram,
	trello,
	twilio,
	twitch,
	typeform,
	vercel,
	waveSpeed,
	webflow,
	wooCommerce,
	xero,
	zendesk,
	zoom,
};
