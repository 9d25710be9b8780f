import type { Credential } from './types.mts';

/** The secret to sign with or to send; undefined when its header shall be left out. */
export function swapSecret(secret: string, credential: Credential): string | undefined {
	switch (credential) {
		case 'wrong':
			return `not-${secret}`;
		case 'missing':
			return undefined;
		case 'blank':
			return '';
		case 'right':
			return secret;
	}
}
