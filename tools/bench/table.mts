import { figure, holds, type Row } from './row.mts';

const isRatio = ({ unit }: Row) => unit === '×';

function line(row: Row): string {
	const { what, value, unit, limit, measured } = row;
	const [sign, bound] = 'atMost' in limit ? ['≤', limit.atMost] : ['≥', limit.atLeast];
	const shown = `${figure(value)} ${unit}`;
	const verdict = holds(row) ? shown : `**${shown}, missed**`;
	return `| ${what} | ${verdict} | ${sign} ${bound.toLocaleString('en-US')} | ${measured} |`;
}

/** The rows as Markdown, ratios first, under what they were measured on. */
export function table(machine: string, rows: readonly Row[]): string {
	const sorted = [...rows.filter(isRatio), ...rows.filter((row) => !isRatio(row))];
	return [
		machine,
		'',
		'| What | Figure | Limit | Measured |',
		'| --- | ---: | ---: | --- |',
		...sorted.map(line),
	].join('\n');
}
