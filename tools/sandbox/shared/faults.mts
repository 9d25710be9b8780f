import { createRules, type Rule } from './createRules.mts';

/**
 * What goes wrong with a request to the provider. `processed: true` lets the provider do the work
 * first and spoils only its answer; `timeout` always does (accepted, then silence). `ms` is before
 * time scale.
 */
export type EndpointFault = {
	on: 'endpoint';
	method?: string;
	/** Part of the path. */
	path?: string;
	processed?: boolean;
} & (
	| { kind: 'slow'; ms: number }
	| { kind: 'refuse' }
	/** `text` is sent as it is, `body` as JSON. */
	| { kind: 'status'; status: number; retryAfter?: number | string; body?: unknown; text?: string }
	| { kind: 'html'; status?: number }
	| { kind: 'empty'; status?: number }
	| { kind: 'timeout' }
	/** The job ends and is delivered once before the create answer is sent. */
	| { kind: 'early' }
);

/**
 * What goes wrong with a delivery. `slow` and `refuse` are counted per attempt, all others per
 * delivery (its retries carry the same fault; copies of `duplicate` go out with the first attempt).
 */
export type DeliveryFault = {
	on: 'delivery';
	/** Only deliveries about this, e.g. `{ taskId }` or `{ event: 'completed' }`. */
	about?: Record<string, string>;
} & (
	| { kind: 'slow'; ms: number }
	| { kind: 'refuse' }
	| { kind: 'drop' }
	| { kind: 'duplicate'; count: number }
	/** Held until `count` are held, then sent backwards; without `count` until released. */
	| { kind: 'reorder'; count?: number }
	/** After signing: `search` becomes `replacement`, or a member is slipped in. */
	| { kind: 'tamper'; search?: string; replacement?: string }
	| { kind: 'stale'; seconds: number }
	| { kind: 'wrongSecret' }
	| { kind: 'missingSecret' }
	| { kind: 'blankSecret' }
);

export type Fault = EndpointFault | DeliveryFault;
export type EndpointFaultKind = EndpointFault['kind'];
export type DeliveryFaultKind = DeliveryFault['kind'];

export interface Faults {
	add(fault: Fault, times?: number, skip?: number): number;
	takeEndpoint(
		kinds: EndpointFaultKind[],
		request: { method: string; path: string },
	): EndpointFault[];
	takeDelivery(kinds: DeliveryFaultKind[], about: Record<string, string>): DeliveryFault[];
	list(): Array<Rule<Fault>>;
	clear(id?: number): void;
}

export function createFaults(): Faults {
	const rules = createRules<Fault>();
	return {
		add: rules.add,
		list: rules.list,
		clear: rules.clear,
		takeEndpoint(kinds, { method, path }) {
			const concerns = (fault: EndpointFault) =>
				(fault.method ?? method).toUpperCase() === method && path.includes(fault.path ?? '');
			return kinds.flatMap((kind) => {
				const fault = rules.take(
					(each) => each.on === 'endpoint' && each.kind === kind && concerns(each),
				);
				return fault?.on === 'endpoint' ? [fault] : [];
			});
		},
		takeDelivery(kinds, about) {
			const concerns = (fault: DeliveryFault) =>
				Object.entries(fault.about ?? {}).every(([key, value]) => about[key] === value);
			return kinds.flatMap((kind) => {
				const fault = rules.take(
					(each) => each.on === 'delivery' && each.kind === kind && concerns(each),
				);
				return fault?.on === 'delivery' ? [fault] : [];
			});
		},
	};
}
