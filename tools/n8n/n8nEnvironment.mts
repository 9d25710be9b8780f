import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Runtime } from './runtime.mts';

/** What a program needs of the system. All else stays out: a user's own n8n settings, a proxy. */
const KEPT = [
	...['PATH', 'HOME', 'TMPDIR', 'LANG', 'LD_LIBRARY_PATH'],
	...['SystemRoot', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP', 'COMSPEC', 'PATHEXT'],
];

/** Everything in n8n that calls home (`@n8n/config`, and the two modules that do so by themselves). */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
	N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/**
 * Parts of n8n that stay off. One calls home. With the other, tracing, a wait whose deadline passes
 * while n8n starts can end in an error: 2.41 resumes it before that part has its settings.
 */
const UNWANTED_MODULES = ['mcp-registry', 'otel'];

/** Where this n8n keeps its things and listens. */
export interface Place {
	userFolder: string;
	port: number;
	/** Where n8n and its task runner speak to each other. */
	brokerPort: number;
}

/** The whole environment of a local n8n: SQLite, loopback only, silent. */
export function n8nEnvironment(runtime: Runtime, place: Place): NodeJS.ProcessEnv {
	const url = `http://127.0.0.1:${place.port}/`;
	// n8n refuses the name of a module it does not have, as older ones do not.
	const modules = join(runtime.folder, 'node_modules', 'n8n', 'dist', 'modules');
	const unwanted = UNWANTED_MODULES.filter((name) => existsSync(join(modules, name)));
	return {
		...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])),
		...QUIET,
		...(unwanted.length > 0 && { N8N_DISABLED_MODULES: unwanted.join(',') }),
		NODE_ENV: 'production',
		NO_COLOR: '1',
		DB_TYPE: 'sqlite',
		GENERIC_TIMEZONE: 'UTC',
		N8N_USER_FOLDER: place.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		EXECUTIONS_DATA_PRUNE: 'false',
	};
}
