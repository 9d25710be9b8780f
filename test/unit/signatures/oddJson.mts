import fc from 'fast-check';

/** Names and values that trip what takes JSON for tame. */
const key = fc.oneof(
	fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'then'),
	fc.constantFrom('id', 'type', 'event', 'status', 'data', 'length', ''),
	fc.string({ unit: 'binary', maxLength: 6 }),
);
const number = fc.constantFrom(
	'1e400',
	'-0',
	'1e-400',
	'9007199254740993',
	'1.0',
	`1${'0'.repeat(400)}`,
);
const text = fc.oneof(
	fc.constantFrom(
		'"\\ud800"',
		'"\\udc00\\ud800"',
		'"\\u0000"',
		'"\\u2028"',
		'"[object Object]"',
		'"constructor"',
		'"__proto__"',
		'""',
	),
	fc.string({ unit: 'binary', maxLength: 10 }).map((one) => JSON.stringify(one)),
);
const leaf = fc.oneof(number, text, fc.constantFrom('null', 'true', 'false', '[]', '{}'));

const { json } = fc.letrec<{ json: string }>((tie) => ({
	json: fc.oneof(
		{ maxDepth: 3 },
		leaf,
		fc.array(tie('json'), { maxLength: 3 }).map((all) => `[${all.join(',')}]`),
		fc
			.array(fc.tuple(key, tie('json')), { maxLength: 4 })
			.map(
				(all) => `{${all.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`,
			),
	),
}));

/** JSON inside many brackets. */
const nested = fc
	.tuple(fc.constantFrom(...['[]', '{}'].map((pair) => pair.split(''))), fc.nat({ max: 3_000 }))
	.map(([[open, close], depth]) =>
		open === '['
			? open.repeat(depth) + close.repeat(depth)
			: `${'{"a":'.repeat(depth)}1${close.repeat(depth)}`,
	);

/** JSON as text, of shapes that no sender sends. */
export const oddJsonText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 40, arbitrary: json },
	{ weight: 1, arbitrary: nested },
);

/** JSON, and what only looks like it, as bytes. */
export const oddJson: fc.Arbitrary<Buffer> = fc.oneof(
	{ weight: 8, arbitrary: oddJsonText.map((one) => Buffer.from(one)) },
	{ weight: 1, arbitrary: json.map((one) => Buffer.from(`\uFEFF${one}`)) },
	{ weight: 1, arbitrary: json.map((one) => Buffer.from(one, 'utf16le')) },
	{ weight: 1, arbitrary: json.map((one) => Buffer.from(`${one},`)) },
);
