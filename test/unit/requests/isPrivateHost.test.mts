import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostKind } from '../../../dist/lib/http/hostKind.js';
import { isPrivateHost } from '../../../dist/lib/http/isPrivateHost.js';

const loopback = [
	'localhost',
	'LOCALHOST.',
	'app.localhost',
	'127.0.0.1',
	'127.1',
	'127.255.255.254',
	'2130706433',
	'0x7f000001',
	'0x7f.1',
	'0177.0.0.1',
	'１２７.０.０.１',
	'[::1]',
	'::1',
	'0:0:0:0:0:0:0:1',
	'[::ffff:127.0.0.1]',
	'[::ffff:7f00:1]',
	'[::127.0.0.1]',
	'[64:ff9b::7f00:1]',
	'[2002:7f00:1::]',
];

const privateHosts = [
	'',
	' ',
	'a b',
	'[::g]',
	'n8n',
	'printer.local',
	'metadata.google.internal',
	'router.lan',
	'nas.home.arpa',
	'n8n.default.svc',
	'n8n.test',
	'n8n.invalid',
	'münchen.example',
	'n8n.localdomain',
	'expyuzz4wqqyqhjn.onion',
	'168.63.129.16',
	'fe80::1%eth0',
	'0.0.0.0',
	'10.0.0.1',
	'100.64.0.1',
	'100.127.255.255',
	'169.254.169.254',
	'0xa9fea9fe',
	'172.16.0.1',
	'172.31.255.255',
	'192.168.1.1',
	'192.168.257',
	'198.18.0.1',
	'198.19.255.255',
	'203.0.113.9',
	'224.0.0.1',
	'255.255.255.255',
	'[::]',
	'[fe80::1]',
	'[febf::1]',
	'[fec0::1]',
	'[fc00::1]',
	'[fd12:3456:789a::1]',
	'[ff02::1]',
	'[2001:db8::1]',
	'[2001:0:53aa:64c::]',
	'[64:ff9b:1::1]',
	'[::ffff:10.0.0.1]',
	'[2002:c0a8:101::1]',
];

const publicHosts = [
	'n8n.example.com',
	'N8N.EXAMPLE.COM.',
	'localhost.example.com',
	'internal.example.com',
	'8.8.8.8',
	'9.255.255.255',
	'11.0.0.0',
	'100.63.255.255',
	'100.128.0.0',
	'126.255.255.255',
	'128.0.0.1',
	'172.15.255.255',
	'172.32.0.0',
	'192.167.255.255',
	'192.169.0.0',
	'223.255.255.255',
	'134744072',
	'[2606:4700:4700::1111]',
	'2606:4700:4700::1111',
	'[2001:4860:4860::8888]',
	'[::ffff:8.8.8.8]',
	'[64:ff9b::808:808]',
	'[2002:808:808::1]',
	'münchen.example.com',
	'168.63.129.15',
	'168.63.129.17',
	'contest.com',
];

describe('hostKind', () => {
	it.each(loopback)('takes %j for this machine', (host) => {
		expect(hostKind(host)).toBe('loopback');
		expect(isPrivateHost(host)).toBe(true);
	});

	it.each(privateHosts)('takes %j for private', (host) => {
		expect(hostKind(host)).toBe('private');
		expect(isPrivateHost(host)).toBe(true);
	});

	it.each(publicHosts)('takes %j for public', (host) => {
		expect(hostKind(host)).toBe('public');
		expect(isPrivateHost(host)).toBe(false);
	});

	it('judges an IPv4 address the same in every spelling', () => {
		fc.assert(
			fc.property(fc.nat(0xffffffff), (ip) => {
				const bytes = [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255];
				const kind = hostKind(bytes.join('.'));
				const spellings = [
					String(ip),
					`0x${ip.toString(16)}`,
					bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
					`[::ffff:${bytes.join('.')}]`,
				];
				expect(spellings.map(hostKind)).toEqual(spellings.map(() => kind));
			}),
		);
	});

	it('answers for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(['public', 'loopback', 'private']).toContain(hostKind(text));
			}),
		);
	});
});
