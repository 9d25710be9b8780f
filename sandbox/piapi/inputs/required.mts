/** One row: which tasks, and the inputs they cannot do without (`a|b`: either). */
type Row = [model: RegExp, taskType: RegExp, names: string];

/**
 * Only what the catalogue's pages and the vendor's own code state; a task that is not listed is
 * accepted with any input.
 */
const rows: Row[] = [
	[/^Qubico\/flux1-/, /^(img2img|kontext|redux)/, 'prompt image|image_url'],
	[/^Qubico\/flux1-/, /^fill-inpaint$/, 'prompt image'],
	[/^Qubico\/flux1-/, /^fill-outpaint$/, 'prompt image custom_settings'],
	[/^Qubico\/flux1-/, /^controlnet-lora$/, 'prompt control_net_settings'],
	[/^Qubico\/flux1-/, /^txt2img-lora$/, 'prompt lora_settings'],
	[/^(Qubico\/flux1-|gemini$|Qubico\/qwen-image$|Qubico\/z-image$)/, /./, 'prompt'],
	[/^midjourney$/, /^imagine$/, 'prompt'],
	[/^midjourney$/, /^(upscale|variation)$/, 'origin_task_id index'],
	[/^midjourney$/, /^(reroll|seed)$/, 'origin_task_id'],
	[/^midjourney$/, /^describe$/, 'image_url'],
	[/^Qubico\/image-toolkit$/, /face-swap$/, 'target_image swap_image'],
	[/^Qubico\/image-toolkit$/, /^(upscale|background-remove)$/, 'image'],
	[/^Qubico\/image-toolkit$/, /^segment$/, 'image prompt'],
	[/^Qubico\/video-toolkit$/, /^face-swap$/, 'swap_image target_video'],
	[/^Qubico\/video-toolkit$/, /^upscale$/, 'video'],
	[/^kling$/, /^extend_video$/, 'origin_task_id'],
	[/^kling$/, /^effects$/, 'image_url effect'],
	[/^kling$/, /^(motion_control|avatar)$/, 'image_url'],
	[/^kling$/, /^ai_try_on$/, 'model_input'],
	[/^hailuo$/, /./, 'model'],
	[/^Qubico\/(wanx|hunyuan|skyreels|framepack)$/, /./, 'prompt'],
	[/^(Wan|seedance|veo3(\.1)?|sora2|kling-turbo)$/, /./, 'prompt'],
	[/^music-u$/, /^generate_music$/, 'lyrics_type'],
	[/^Qubico\/tts$/, /./, 'gen_text ref_audio'],
	[/^Qubico\/mmaudio$/, /./, 'video'],
	[/^Qubico\/trellis$/, /^text-to-3d$/, 'prompt'],
	[/^Qubico\/trellis$/, /^image-to-3d$/, 'image|images'],
];

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

/** The first required input that is absent, with its alternatives. */
export function missingInput(
	model: string,
	taskType: string,
	input: Record<string, unknown>,
): string | undefined {
	const row = rows.find(([models, types]) => models.test(model) && types.test(taskType));
	return row?.[2]
		.split(' ')
		.find((names) => names.split('|').every((name) => isAbsent(input[name])));
}
