import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../lib/http/isRecord';
import { snakeCase } from './bodyField';

/** A value as Pi takes it, `undefined` when there is none; or what is wrong with it. */
export type Reading = { value: unknown } | { problem: string };

const ABSENT: Reading = { value: undefined };

/** Reads what a field of the form holds, or what an expression put there. */
export function readValue(property: INodeProperties, given: unknown): Reading {
	if (given === undefined || given === null || given === '') return ABSENT;
	if (property.type === 'json') return readJson(property, given);
	if (property.type === 'collection') return readCollection(property, given);
	if (property.typeOptions?.multipleValues) return readList(given);
	if (property.type === 'number') return readNumber(property, given);
	return typeof given === 'string' && given.trim() === '' ? ABSENT : { value: given };
}

function readJson({ displayName }: INodeProperties, given: unknown): Reading {
	try {
		const value: unknown = typeof given === 'string' ? JSON.parse(given) : given;
		const isEmpty = isRecord(value) && Object.keys(value).length === 0;
		return isEmpty ? ABSENT : { value };
	} catch {
		return { problem: `"${displayName}" is not valid JSON: check its quotes, commas and brackets` };
	}
}

function readNumber({ displayName }: INodeProperties, given: unknown): Reading {
	const value = Number(given);
	return Number.isFinite(value) ? { value } : { problem: `"${displayName}" is not a number` };
}

/** A list, or text with one entry per line. */
function readList(given: unknown): Reading {
	const entries = Array.isArray(given) ? given : String(given).split('\n');
	const value = entries.map((entry) => String(entry).trim()).filter(Boolean);
	return value.length > 0 ? { value } : ABSENT;
}

function readCollection(property: INodeProperties, given: unknown): Reading {
	if (!isRecord(given)) return { problem: `"${property.displayName}" is not an object` };
	const value: Record<string, unknown> = {};
	for (const member of (property.options ?? []) as INodeProperties[]) {
		const reading = readValue(member, given[member.name]);
		if ('problem' in reading) return reading;
		if (reading.value !== undefined) value[snakeCase(member.name)] = reading.value;
	}
	return Object.keys(value).length > 0 ? { value } : ABSENT;
}
