import type { Rest } from './rest.mts';

export interface Credential {
	id: string;
	name: string;
	type: string;
}

/** What n8n's test button says. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

type Data = Record<string, unknown>;

/** Credentials, as the editor handles them. */
export function credentialsOf(rest: Rest) {
	const list = async () => await rest.request<Credential[]>('GET', '/credentials');
	return {
		list,
		async create(type: string, data: Data, name = type): Promise<Credential> {
			return await rest.request('POST', '/credentials', { name, type, data });
		},
		/** The credential of that type and name with this data, made where it is not there yet. */
		async put(type: string, data: Data, name: string): Promise<Credential> {
			const same = (await list()).find((each) => each.type === type && each.name === name);
			if (!same) return await this.create(type, data, name);
			return await rest.request('PATCH', `/credentials/${same.id}`, { name, type, data });
		},
		async test(credential: Credential, data: Data): Promise<CredentialTest> {
			const { id, name, type } = credential;
			return await rest.request('POST', '/credentials/test', {
				credentials: { id, name, type, data },
			});
		},
		async delete(id: string): Promise<void> {
			await rest.request('DELETE', `/credentials/${id}`);
		},
	};
}
