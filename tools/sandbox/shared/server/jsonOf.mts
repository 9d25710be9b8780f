import type { FastifyRequest } from 'fastify';
import { bodyOf } from './bodyOf.mts';

/** The body as a JSON object; undefined when it is anything else. */
export function jsonOf(request: FastifyRequest): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(bodyOf(request).toString());
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
