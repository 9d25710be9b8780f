import { isObject } from '../../shared/server/jsonOf.mts';
import type { Task } from '../types.mts';

const unix = (ms: number | null) => (ms === null ? 0 : Math.floor(ms / 1000));

function result(task: Task): Record<string, unknown> {
	const output = task.state === 'completed' && isObject(task.output) ? task.output : {};
	return {
		discord_image_url: output.discord_image_url ?? '',
		image_url: output.image_url ?? '',
		image_id: '',
		task_progress: task.progress,
		intermediate_image_urls: null,
		temporary_image_urls: output.temporary_image_urls ?? null,
		seed: output.seed ?? '',
		message: output.description ?? '',
		error_messages: task.state === 'failed' ? [task.error.raw_message] : [],
		actions: output.actions ?? [],
		credit: 10,
		need_retry: false,
	};
}

/** The answer of fetch, which is also the callback's body: no envelope (docs/reference/piapi.md 3). */
export function viewLegacy(task: Task): Record<string, unknown> {
	const request = task.legacy?.request ?? {};
	const isOver = task.endedAt !== null && task.startedAt !== null;
	return {
		task_id: task.id,
		status: task.state === 'completed' ? 'finished' : task.state,
		process_time: isOver ? unix(task.endedAt) - unix(task.startedAt) : 0,
		retry_count: 0,
		meta: {
			account_id: '',
			bot_hash: '',
			bot_id: request.bot_id ?? 0,
			created_at: unix(task.createdAt),
			started_at: unix(task.startedAt),
			ended_at: unix(task.endedAt),
			frozen_credit: task.endedAt === null ? 10 : 0,
			quota_frozen: 0,
			model_version: '',
			origin_task_id: request.origin_task_id ?? '',
			process_mode: request.process_mode ?? '',
			task_type: task.taskType,
			task_param: {
				aspect_ratio: request.aspect_ratio ?? '',
				direction: request.direction ?? '',
				index: request.index ?? '',
				prompt: request.prompt ?? '',
				zoom_ratio: request.zoom_ratio ?? '',
			},
			task_request: {
				prompt: request.prompt ?? '',
				aspect_ratio: request.aspect_ratio ?? '',
				process_mode: request.process_mode ?? '',
				skip_prompt_check: request.skip_prompt_check ?? false,
				auto_upload: false,
				upload_prompt_image: false,
			},
		},
		task_result: result(task),
	};
}
