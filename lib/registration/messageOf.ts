import { messageWithDescription } from '../http/messageWithDescription';

/**
 * Runs a step of a registration.
 *
 * @returns what it has failed with, in one message with what the provider said; `undefined` when it
 * has not failed
 */
export async function messageOf(step: () => Promise<unknown>): Promise<string | undefined> {
	try {
		await step();
		return undefined;
	} catch (error) {
		return messageWithDescription(error);
	}
}
