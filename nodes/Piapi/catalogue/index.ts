import { aceStep } from './families/aceStep';
import { aihug } from './families/aihug';
import { byteaudio } from './families/byteaudio';
import { diffrhythm } from './families/diffrhythm';
import { faceswap } from './families/faceswap';
import { flux } from './families/flux';
import { framepack } from './families/framepack';
import { gemini } from './families/gemini';
import { hailuo } from './families/hailuo';
import { hunyuan } from './families/hunyuan';
import { joycaption } from './families/joycaption';
import { kling } from './families/kling';
import { luma } from './families/luma';
import { midjourney } from './families/midjourney';
import { mmaudio } from './families/mmaudio';
import { omniHuman } from './families/omniHuman';
import { pixal3d } from './families/pixal3d';
import { qwenImage } from './families/qwenImage';
import { seedance } from './families/seedance';
import { seedream } from './families/seedream';
import { skyreels } from './families/skyreels';
import { sora } from './families/sora';
import { suno } from './families/suno';
import { tools } from './families/tools';
import { trellis } from './families/trellis';
import { tts } from './families/tts';
import { udio } from './families/udio';
import { veo } from './families/veo';
import { wan } from './families/wan';
import { wanx } from './families/wanx';
import { zImage } from './families/zImage';
import type { Family } from './types';

/** Every family of the catalogue, in the order of their labels. */
export const families: Family[] = [
	aceStep,
	aihug,
	byteaudio,
	diffrhythm,
	faceswap,
	flux,
	framepack,
	gemini,
	hailuo,
	hunyuan,
	joycaption,
	kling,
	luma,
	midjourney,
	mmaudio,
	omniHuman,
	pixal3d,
	qwenImage,
	seedance,
	seedream,
	skyreels,
	sora,
	suno,
	tools,
	trellis,
	tts,
	udio,
	veo,
	wan,
	wanx,
	zImage,
].sort((a, b) => a.label.localeCompare(b.label, 'en'));
