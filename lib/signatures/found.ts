/** A value, or in one line why there is none. */
export type Found<T> = { value: T; problem?: undefined } | { value?: undefined; problem: string };
