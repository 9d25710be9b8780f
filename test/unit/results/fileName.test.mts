import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileName } from '../../../dist/lib/results/fileName.js';

const url = 'https://cdn.example.com/x/photo%20one.png?sig=a/b.exe#c';

const cases: Array<[string, string, string]> = [
	['', url, 'photo one.png'],
	['inline', url, 'photo one.png'],
	['attachment; filename=plain.mp4', url, 'plain.mp4'],
	['attachment; filename="a; b.mp4"', url, 'a; b.mp4'],
	["attachment; filename*=UTF-8''%e2%82%ac%20rates.mp4; filename=x.mp4", url, '€ rates.mp4'],
	["attachment; filename*=UTF-8''%zz.mp4", url, '%zz.mp4'],
	['attachment; filename="..\\\\..\\\\boot.ini"', url, 'boot.ini'],
	['attachment; filename="/etc/passwd"', url, 'passwd'],
	['attachment; filename="..."', url, 'photo one.png'],
	['attachment; filename=".bashrc"', url, 'bashrc'],
	['', 'https://cdn.example.com/', 'data'],
	['', 'https://cdn.example.com/%2e%2e%2fa.png', 'a.png'],
	["attachment; filename*=iso-8859-1'fr'Fran%E7ais.txt", url, 'Français.txt'],
	["attachment; filename*=koi8-r''%E4%C1.txt", url, 'Да.txt'],
	["attachment; filename*=x-unknown''a%20b.txt", url, 'a%20b.txt'],
	[`attachment; filename="${Buffer.from('Über uns.pdf').toString('latin1')}"`, url, 'Über uns.pdf'],
	['attachment; filename="Français.txt"', url, 'Français.txt'],
	['attachment; filename="=?utf-8?B?w5xiZXIudHh0?="', url, 'Über.txt'],
	['attachment; filename="=?UTF-8?Q?=C3=9Cber_uns.txt?="', url, 'Über uns.txt'],
	['attachment; filename="=?iso-8859-1?q?Fran=E7ais?= =?utf-8?b?LnR4dA==?="', url, 'Français.txt'],
	['', `https://cdn.example.com/${'a'.repeat(119)}😀b.png`, `${'a'.repeat(119)}.png`],
	['', `https://cdn.example.com/${'a'.repeat(300)}.png`, `${'a'.repeat(120)}.png`],
];

describe('fileName', () => {
	it.each(cases)('%j of %s is %s', (disposition, from, name) => {
		expect(fileName(from, disposition, 'data')).toBe(name);
	});

	it('never ends in half a character, which nothing can encode', () => {
		const name = fileName(
			url,
			`attachment; filename*=utf-8''${encodeURIComponent('😀'.repeat(200))}`,
			'',
		);
		expect(() => encodeURIComponent(name)).not.toThrow();
	});

	it('is a harmless name, whatever the server says', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (name) => {
				const result = fileName(url, `attachment; filename="${name}"`, 'data');
				expect(result).toMatch(/^[^\p{Cc}<>:"/\\|?*]{1,131}$/u);
				expect(result).not.toMatch(/^\./);
			}),
			{ numRuns: 500 },
		);
	});
});
