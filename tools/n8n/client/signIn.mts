import { Rest } from './rest.mts';

export interface Login {
	email: string;
	password: string;
}

/** The owner of every local n8n. It is reachable from this machine only. */
export const OWNER: Login = { email: 'owner@example.com', password: 'Pihooks-1' };

/** Signs in to the n8n at `url`, creating its owner account first where it has none. */
export async function signIn(url: string, login: Login = OWNER): Promise<Rest> {
	const rest = new Rest(url);
	const { userManagement } = await rest.request<{
		userManagement: { showSetupOnFirstLoad: boolean };
	}>('GET', '/settings');
	if (userManagement.showSetupOnFirstLoad) {
		await rest.request('POST', '/owner/setup', { ...login, firstName: 'Local', lastName: 'Owner' });
	} else {
		const { email, password } = login;
		await rest.request('POST', '/login', { emailOrLdapLoginId: email, password });
	}
	return rest;
}
