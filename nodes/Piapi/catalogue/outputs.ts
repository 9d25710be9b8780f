/** Where results are in `data.output`, per kind of task. Source: docs/reference/piapi.md 2.1. */
export const IMAGES = ['image_url', 'image_urls[]'];
export const IMAGE = ['image_url'];
export const VIDEO_URL = ['video_url'];
export const VIDEO = ['video'];
/** Reports differ on the name: both are looked for (docs/reference/piapi.md 2.3 conflict 7). */
export const EITHER_VIDEO = ['video', 'video_url'];
export const AUDIO = ['audio_url'];
