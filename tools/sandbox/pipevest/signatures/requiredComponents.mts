const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** What a call's signature has to cover (docs/reference/pipevest.md 4), in lower case. */
export function requiredComponents(method: string, hasToken: boolean): string[] {
	return [
		...(hasToken ? ['authorization', 'x-client-id'] : []),
		...(WITH_BODY.has(method) ? ['content-digest', 'content-length', 'content-type'] : []),
		...(method === 'GET' ? [] : ['x-idempotency-key']),
		...['@method', '@target-uri', '@path'],
		...(WITH_BODY.has(method) ? [] : ['@query']),
	];
}
