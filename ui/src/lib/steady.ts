// What is asked for again is mostly as it was: what did not change stays the same object, so that it is not drawn again.

/** The new list, with each old item in place of a new one that says the same. */
export function steadyList<T>(old: readonly T[], now: readonly T[], keyOf: (one: T) => string): T[] {
  const before = new Map(old.map((one) => [keyOf(one), one]))
  return now.map((one) => steady(before.get(keyOf(one)), one))
}

/** The old value, where the new one says the same. */
export function steady<T>(old: T | undefined, now: T): T {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(now) ? old : now
}
