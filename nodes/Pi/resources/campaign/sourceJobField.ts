import type { BodyField } from '../../body/bodyField';
import { idField } from '../idField';

const property = idField(
	'Source Job ID',
	'sourceJobId',
	'A completed job that generated or edited a campaign ad',
);

export const sourceJobField: BodyField = { property };

export const optionalSourceJobField: BodyField = { property: { ...property, required: false } };
