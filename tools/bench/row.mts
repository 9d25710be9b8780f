/** One line of the table. */
export interface Row {
	what: string;
	/** What the limit is for. */
	value: number;
	/** `×` for a ratio: those come first. */
	unit: string;
	/** Each figure has its limit beside it. */
	limit: { atMost: number } | { atLeast: number };
	/** What the value was made of, in words and figures. */
	measured: string;
}

export function holds({ value, limit }: Row): boolean {
	return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
}

/** A number as it is read: three digits that count, thousands apart. */
export function figure(value: number): string {
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
	return value.toLocaleString('en-US', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}
