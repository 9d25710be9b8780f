/**
 * Rooms of lib/ from the top down: arrows point down this list (docs/architecture.md). A room may
 * use any room below it.
 */
const ROOMS = [
	'waiting',
	'delivery',
	'registration',
	'inbound',
	'signatures',
	'operations',
	'results',
	'http',
];

const upwards = ROOMS.slice(1).map((room, index) => ({
	name: `lib-${room}-looks-up`,
	comment: `lib/${room} may use only the rooms below it`,
	severity: 'error',
	from: { path: `^lib/${room}/` },
	to: { path: `^lib/(${ROOMS.slice(0, index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...upwards,
		{
			name: 'lib-knows-no-provider',
			severity: 'error',
			from: { path: '^lib/' },
			to: { path: '^(nodes|credentials|icons|tools|test)/' },
		},
		{
			name: 'lib-has-these-rooms',
			comment: 'A new room needs a place in the order of rooms',
			severity: 'error',
			from: { path: '^(lib|nodes|credentials)/' },
			to: { path: '^lib/.+/', pathNot: `^lib/(${ROOMS.join('|')})/` },
		},
		...ROOMS.map((room) => ({
			name: `lib-${room}-has-an-inside`,
			comment: `What lies in folders of lib/${room} is its own business`,
			severity: 'error',
			from: { path: '^lib/', pathNot: `^lib/${room}/` },
			to: { path: `^lib/${room}/[^/]+/` },
		})),
		{
			name: 'lib-ground-floor',
			comment: 'A file beside the rooms is for all of them, so it knows none',
			severity: 'error',
			from: { path: '^lib/[^/]+\\.ts$' },
			to: { path: '^lib/.+/' },
		},
		{
			name: 'provider-knows-no-other',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/' },
			to: { path: '^nodes/([^/]+)/', pathNot: '^nodes/$1/' },
		},
		{
			name: 'published-stands-alone',
			severity: 'error',
			from: { path: '^(lib|nodes|credentials)/' },
			to: { path: '^(tools|test|dist)/' },
		},
		{
			name: 'tools-and-tests-use-what-is-built',
			severity: 'error',
			from: { path: '^(tools|test)/' },
			to: { path: '^(lib|nodes|credentials)/.+\\.ts$' },
		},
		{
			name: 'tools-stand-without-tests',
			comment: 'Only the bench signs with what the tests sign with',
			severity: 'error',
			from: { path: '^tools/', pathNot: '^tools/bench/' },
			to: { path: '^test/' },
		},
		{
			name: 'sandbox-is-a-stranger',
			comment: 'The sandbox imitates providers: what it shares with the nodes it cannot test',
			severity: 'error',
			from: { path: '^tools/sandbox/' },
			to: { path: '^dist/' },
		},
		{
			name: 'no-circle',
			severity: 'error',
			from: { path: '^(lib|nodes|credentials|tools)/' },
			to: { circular: true },
		},
		{
			name: 'nothing-unused',
			comment: 'What nothing uses is dead',
			severity: 'error',
			from: { path: '^(lib|nodes)/', orphan: true },
			to: {},
		},
	],
	options: {
		doNotFollow: { path: 'node_modules|^dist/' },
		exclude: { path: 'node_modules/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: ['.ts', '.mts', '.mjs', '.js', '.json'] },
	},
};
