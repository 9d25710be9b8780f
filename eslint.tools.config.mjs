import js from '@eslint/js';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/** What goes wrong silently and only types can tell. */
const TYPED = {
	'@typescript-eslint/await-thenable': 'error',
	'@typescript-eslint/no-array-delete': 'error',
	'@typescript-eslint/no-floating-promises': 'error',
	'@typescript-eslint/no-for-in-array': 'error',
	'@typescript-eslint/no-implied-eval': 'error',
	'@typescript-eslint/no-misused-promises': 'error',
	'@typescript-eslint/only-throw-error': 'error',
	'@typescript-eslint/prefer-promise-reject-errors': 'error',
	'@typescript-eslint/restrict-plus-operands': 'error',
	'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
	'@typescript-eslint/switch-exhaustiveness-check': [
		'error',
		{ considerDefaultExhaustiveForUnions: true },
	],
};

/** A name with `_` before it stands for what has to be taken and is not used. */
const UNUSED = [
	'error',
	{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
];

/** Rules for n8n's own repository, where paths and types are written otherwise. */
const NOT_FOR_PACKAGES = [
	'cred-class-field-documentation-url-not-http-url',
	'cred-class-field-documentation-url-miscased',
	// Public keys and a token's address have names like secrets.
	'cred-class-field-type-options-password-missing',
	'node-class-description-inputs-wrong-regular-node',
	'node-class-description-outputs-wrong',
];

const NODE = ['AbortSignal', 'Buffer', 'URL', 'clearInterval', 'console', 'process', 'setInterval'];

/**
 * What n8n's own configuration does not look at. That one has to stay as n8n's tool made it, so this
 * is a second run: tools, tests and scripts, and in the published code the rules that need types and
 * n8n's older rules in full.
 */
export default tseslint.config(
	{ ignores: ['dist/', 'coverage/'] },
	{
		files: ['**/*.mts'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		languageOptions: { parserOptions: { project: './tsconfig.test.json' } },
		rules: {
			...TYPED,
			'@typescript-eslint/no-unused-vars': UNUSED,
		},
	},
	{
		files: ['{credentials,lib,nodes}/**/*.ts'],
		extends: [tseslint.configs.base],
		languageOptions: { parserOptions: { project: './tsconfig.json' } },
		plugins: { 'n8n-nodes-base': nodesBase },
		// In a `catch` n8n's rules allow no throw of what was caught: it is passed on by a rejection.
		rules: { ...TYPED, '@typescript-eslint/prefer-promise-reject-errors': 'off' },
	},
	{ files: ['credentials/**/*.ts'], rules: nodesBase.configs.credentials.rules },
	{ files: ['nodes/**/*.ts'], rules: nodesBase.configs.nodes.rules },
	{
		files: ['{credentials,nodes}/**/*.ts'],
		rules: Object.fromEntries(NOT_FOR_PACKAGES.map((name) => [`n8n-nodes-base/${name}`, 'off'])),
	},
	{
		files: ['**/*.{js,mjs}'],
		extends: [js.configs.recommended],
		languageOptions: {
			globals: Object.fromEntries(
				[...NODE, 'exports', 'module', 'require'].map((name) => [name, false]),
			),
		},
		rules: { 'no-unused-vars': UNUSED },
	},
);
