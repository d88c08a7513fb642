/** What a promise gives within some milliseconds. Throws what `late` tells where it takes longer; that ends nothing. */
export async function inTime<T>(given: Promise<T>, time: number, late: () => Error): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(late()), time)
  try {
    return await Promise.race([given, promise])
  } finally {
    clearTimeout(timer)
  }
}
