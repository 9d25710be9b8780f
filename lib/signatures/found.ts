/** A value, or in one line why there is none. */
export type Found<T> = { value: T; fault?: undefined } | { value?: undefined; fault: string };
