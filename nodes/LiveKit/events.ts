import type { INodePropertyOptions } from 'n8n-workflow';

/** LiveKit's events (docs/reference/livekit.md). */
export const liveKitEvents: INodePropertyOptions[] = [
	{ name: 'Egress Ended', value: 'egress_ended' },
	{ name: 'Egress Started', value: 'egress_started' },
	{ name: 'Egress Updated', value: 'egress_updated' },
	{ name: 'Ingress Ended', value: 'ingress_ended' },
	{ name: 'Ingress Started', value: 'ingress_started' },
	{ name: 'Participant Connection Aborted', value: 'participant_connection_aborted' },
	{ name: 'Participant Joined', value: 'participant_joined' },
	{ name: 'Participant Left', value: 'participant_left' },
	{ name: 'Room Finished', value: 'room_finished' },
	{ name: 'Room Started', value: 'room_started' },
	{ name: 'Track Published', value: 'track_published' },
	{ name: 'Track Unpublished', value: 'track_unpublished' },
];
