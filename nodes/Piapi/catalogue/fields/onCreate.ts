/** When the fields of the catalogue are shown. */
export const onCreate = { resource: ['task'], operation: ['create'] };
