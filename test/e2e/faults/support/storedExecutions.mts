import { sql } from '../../../../tools/n8n/sql.mts';
import { world } from '../../world/world.mts';

export interface StoredExecution {
	id: string;
	status: string;
	/** Unix milliseconds; null when it never began. */
	startedAt: number | null;
	/** As n8n keeps it, in one text. */
	data: string;
}

/** Every execution of a workflow straight from n8n's database, where one look shows thousands. */
export async function storedExecutions(
	workflowId: string,
	where: Parameters<typeof sql>[0] = world(),
): Promise<StoredExecution[]> {
	const rows = await sql(
		where,
		`SELECT entity.id, entity.status, entity.startedAt, data.data
		FROM execution_entity entity JOIN execution_data data ON data.executionId = entity.id
		WHERE entity.workflowId = '${workflowId}' ORDER BY entity.id`,
	);
	return rows.map(({ id, status, startedAt, data }) => ({
		id: String(id),
		status: String(status),
		startedAt: startedAt === null ? null : Date.parse(`${String(startedAt)}Z`),
		data: String(data),
	}));
}
