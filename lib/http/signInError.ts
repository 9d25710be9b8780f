const FINAL = 'SIGN_IN_REFUSED';
const TEMPORARY = 'SIGN_IN_FAILED';

/**
 * Why a call could not be signed in, told by a credential. n8n wraps what a credential throws and
 * shows the message alone when a credential is tested, so the remedy belongs into it.
 */
export class SignInError extends Error {
	/** What n8n copies from the error that it wraps; n8n 2.8 loses the error itself. */
	readonly httpCode: string;

	/** @param temporary whether the same call may succeed a little later */
	constructor(
		message: string,
		readonly temporary = false,
	) {
		super(message);
		this.httpCode = temporary ? TEMPORARY : FINAL;
	}
}

/** What a credential said in the error that n8n made of it. */
export function signInErrorIn(
	error: unknown,
): Pick<SignInError, 'message' | 'temporary'> | undefined {
	const { httpCode, message = '' } = error as { httpCode?: string | null; message?: string };
	if (httpCode !== FINAL && httpCode !== TEMPORARY) return undefined;
	return { message, temporary: httpCode === TEMPORARY };
}
