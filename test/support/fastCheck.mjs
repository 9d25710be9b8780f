import fc from '../../node_modules/fast-check/lib/fast-check.js';

/**
 * The fast-check of every test (jest.config.mjs): its random values come from one seed, so that what
 * was red once is red again. `FC_SEED=<number> npm test` tries others; `npm test` says which it took.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 9) });

export default fc;
