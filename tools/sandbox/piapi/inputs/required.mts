/** One row: which tasks, and the inputs they cannot do without (`a|b`: either). */
type Row = [model: RegExp, taskType: RegExp, names: string];

/**
 * What docs/reference/piapi.md 2.2 marks as required; a task that is not listed is accepted
 * with any input. The first row that fits counts.
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
	[/^midjourney$/, /^blend$/, 'image_urls'],
	[/^midjourney$/, /^inpaint$/, 'origin_task_id mask prompt'],
	[/^midjourney$/, /^outpaint$/, 'origin_task_id zoom_ratio'],
	[/^midjourney$/, /^pan$/, 'origin_task_id direction'],
	[/^Qubico\/image-toolkit$/, /face-swap$/, 'target_image swap_image'],
	[/^Qubico\/image-toolkit$/, /^(upscale|background-remove)$/, 'image'],
	[/^Qubico\/image-toolkit$/, /^segment$/, 'image prompt'],
	[/^Qubico\/video-toolkit$/, /^face-swap$/, 'swap_image target_video'],
	[/^Qubico\/video-toolkit$/, /^(upscale|background-remove)$/, 'video'],
	[/^Qubico\/joycaption$/, /./, 'image'],
	[/^kling$/, /^video_generation$/, 'prompt|image_url'],
	[/^kling$/, /^omni_video_generation$/, 'version'],
	[/^kling$/, /^lip_sync$/, 'origin_task_id|video_url tts_text|local_dubbing_url'],
	[/^kling$/, /^sound$/, 'prompt|origin_task_id'],
	[/^kling$/, /^extend_video$/, 'origin_task_id'],
	[/^kling$/, /^effects$/, 'image_url effect'],
	[/^kling$/, /^motion_control$/, 'image_url'],
	[/^kling$/, /^avatar$/, 'image_url local_dubbing_url'],
	[/^kling$/, /^ai_try_on$/, 'model_input'],
	[/^hailuo$/, /./, 'model'],
	[/^Qubico\/(wanx|hunyuan|skyreels|framepack)$/, /./, 'prompt'],
	[/^Qubico\/hug-video$/, /./, 'image_url'],
	[/^(Wan|seedance|veo3(\.1)?|sora2|kling-turbo|seedream|music-s)$/, /./, 'prompt'],
	[/^omni-human$/, /./, 'image_url audio_url'],
	[/^luma$/, /^video_generation$/, 'prompt'],
	[/^luma$/, /^extend_video$/, 'prompt key_frames'],
	[/^music-u$/, /^generate_music$/, 'lyrics_type'],
	[/^music-u$/, /^generate_lyrics$/, 'prompt'],
	[/^Qubico\/diffrhythm$/, /./, 'style_prompt'],
	[/^Qubico\/ace-step$/, /^txt2audio$/, 'style_prompt'],
	[/^Qubico\/tts$/, /./, 'gen_text ref_audio'],
	[/^Qubico\/mmaudio$/, /./, 'video'],
	[/^Qubico\/trellis$/, /^text-to-3d$/, 'prompt'],
	[/^Qubico\/trellis$/, /^image-to-3d$/, 'image|images'],
	[/^Qubico\/(trellis2|pixal3d)$/, /./, 'image'],
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
