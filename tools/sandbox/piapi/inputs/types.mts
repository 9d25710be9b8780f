/** JSON types of inputs, as the catalogue's pages state them; the server is written in Go. */
export const integers = new Set(
	`batch_size bot_id height infer_step max_tokens n scale seed segment_factor slat_sampling_steps
	ss_sampling_steps steps width`.split(/\s+/),
);

/** `cfg_scale` is typed string by the OpenAPI, yet refused as one (docs/reference/piapi.md 1.6). */
export const numbers = new Set(
	`cfg_scale continue_at denoise guidance_scale slat_guidance_strength ss_guidance_strength
	temperature top_p tts_speed`.split(/\s+/),
);

export const booleans = new Set(
	`audio enable_audio expand_prompt face_enhance fast_mode generate_audio keep_original_sound loop
	make_instrumental prefer_multi_shots professional_mode prompt_extend skip_prompt_check stream
	watermark`.split(/\s+/),
);

export const arrays = new Set(
	`audio_urls control_camera_settings control_net_settings custom_settings elements image_urls
	images lora_settings multi_shots video_urls`.split(/\s+/),
);

export const objects = new Set(['camera_control', 'key_frames', 'motion_brush']);

export const strings = new Set(
	`aspect_ratio audio_url dimension direction dress_input effect end_image gen_text
	gpt_description_prompt image image_tail_url image_url index local_dubbing_url lyrics lyrics_type
	mask mode model model_input model_name negative_prompt negative_tags origin_task_id
	preset_motion process_mode prompt ref_audio ref_text start_image style_audio style_prompt
	swap_image tags tail_image_url target_image target_video title tts_text tts_timbre
	upper_input version video video_url zoom_ratio`.split(/\s+/),
);
