/** The credential that every trigger offers besides its provider's, for several webhook processes. */
export const SHARED_CLAIMS = 'sharedClaimsApi';
