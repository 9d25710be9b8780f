import { randomUUID } from 'node:crypto';
import type { ChatOrder } from './parseChat.mts';

/** What the model says: a Markdown link for the models that make media (docs/reference/piapi.md 1.9). */
export function replyTo({ model, said }: ChatOrder, base: string): string {
	if (model === 'gpt-4o-image') {
		return `Here is your picture.\n\n![image](${base}/files/${randomUUID()}.png)`;
	}
	if (model.startsWith('sora-2')) return `[Download the video](${base}/files/${randomUUID()}.mp4)`;
	return `You said: ${said}`;
}
