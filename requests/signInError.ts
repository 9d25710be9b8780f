/**
 * Why a call could not be signed in, told by a credential. n8n wraps what a credential throws and
 * shows the message alone when a credential is tested, so the remedy belongs into it.
 */
export class SignInError extends Error {
	/** @param temporary whether the same call may succeed a little later */
	constructor(
		message: string,
		readonly temporary = false,
	) {
		super(message);
	}
}
