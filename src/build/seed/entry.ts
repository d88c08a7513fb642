/** A value from a seed file. `at` gives a problem at a path of the value its position in the file. */
export type Entry<T> = { value: T; at: (path: PropertyKey[], reason: string) => string }
