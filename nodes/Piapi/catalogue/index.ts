import { flux } from './families/flux';
import type { Family } from './types';

/** Every family of the catalogue, in the order of their labels. */
export const families: Family[] = [flux];
