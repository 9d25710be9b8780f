import type { Input } from './types';

/** Where the form asks for an input: in front, under *Additional Fields*, or not at all. */
export function formPlace({ type, required, upfront }: Input): 'front' | 'additional' | 'nowhere' {
	if (type === 'fixed') return 'nowhere';
	return required || upfront ? 'front' : 'additional';
}
