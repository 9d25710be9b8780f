import { connect as connectTo } from '../../../tools/sandbox/control.mts';
import type { LiveKitSandbox } from '../../../tools/sandbox/livekit/index.mts';
import { world } from '../world/world.mts';

export type Connected = Awaited<ReturnType<typeof connect>>;

/** LiveKit's sandbox, which runs in jest's own process. */
export async function connect() {
	return await connectTo<LiveKitSandbox>(world().providers.livekit);
}
