const SPELLED: Record<string, string> = {
	cfg: 'CFG',
	id: 'ID',
	lora: 'LoRA',
	net: 'Net',
	rmbg: 'RMBG',
	slat: 'SLat',
	ss: 'SS',
	tts: 'TTS',
	url: 'URL',
	urls: 'URLs',
};

const SMALL = new Set(['of', 'to']);

/** The Title Case label of a provider's snake_case name. */
export function labelOf(name: string): string {
	return name
		.split(/[_\s-]+/)
		.map((word, index) => {
			if (index > 0 && SMALL.has(word)) return word;
			return SPELLED[word] ?? word.charAt(0).toUpperCase() + word.slice(1);
		})
		.join(' ');
}
