import type { Signer } from './signer.mts';
import { signersAToM } from './signersAToM.mts';
import { signersNToZ } from './signersNToZ.mts';

/** How each sender signs, by the value of its scheme. */
export const signers: Record<string, Signer> = { ...signersAToM, ...signersNToZ };
