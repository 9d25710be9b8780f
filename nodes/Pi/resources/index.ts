import { ad } from './ad';
import { avatar } from './avatar';
import { brand } from './brand';
import { campaign } from './campaign';
import { customJob } from './customJob';
import { health } from './health';
import { image } from './image';
import { job } from './job';
import { neuro } from './neuro';
import { run } from './run';
import { voiceAgent } from './voiceAgent';
import { voiceSession } from './voiceSession';
import { webhook } from './webhook';

/** Everything that the Pi node can do. */
export const resources = [
	avatar,
	image,
	ad,
	campaign,
	brand,
	run,
	job,
	customJob,
	health,
	neuro,
	voiceAgent,
	voiceSession,
	webhook,
];
