import type { PiapiContext } from '../context.mts';
import type { CreateOrder } from './parseCreate.mts';
import type { TaskBehaviour } from '../types.mts';

/** The behaviour that the tests asked for a task like this; counted as used. */
export function takeBehaviour(
	{ behaviours }: PiapiContext,
	order: Pick<CreateOrder, 'model' | 'taskType' | 'input'>,
): TaskBehaviour {
	const text = JSON.stringify(order.input);
	const rule = behaviours.take(
		({ match = {} }) =>
			(match.model ?? order.model) === order.model &&
			(match.taskType ?? order.taskType) === order.taskType &&
			text.includes(match.input ?? ''),
	);
	const { match: _match, ...behaviour } = rule ?? {};
	return behaviour;
}
