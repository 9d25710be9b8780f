/** Where a provider's server is controlled from another process. */
export const CONTROL_PATH = '/_sandbox';
