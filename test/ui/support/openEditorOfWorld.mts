import { type Editor, openEditor } from '../../../tools/n8n/browser/editor.mts';
import { n8n, world } from '../../e2e/world/world.mts';

/** n8n's editor in Chromium; the owner is made first, so that there is somebody to sign in. */
export async function openEditorOfWorld(): Promise<Editor> {
	await n8n();
	return await openEditor(world().n8n);
}
