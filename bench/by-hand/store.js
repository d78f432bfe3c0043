// A store in memory by hand: arrays and a set of ids behind asynchronous functions, as any store's port has them.

export const openStore = () => {
  const all = []
  const streams = new Map()
  const ids = new Set()
  return {
    /** The stream's events from a revision on: an array of the reader's own. */
    read: async (/** @type {string} */ stream, from = 0) => streams.get(stream)?.slice(from) ?? [],
    /** Appends one event where the stream has just so many; answers false where it has not. */
    append: async (/** @type {string} */ stream, /** @type {number} */ size, event) => {
      const events = streams.get(stream) ?? []
      if (events.length !== size) return false
      if (ids.has(event.id)) throw new Error("the id is another event's")
      if (size === 0) streams.set(stream, events)
      ids.add(event.id)
      events.push(event)
      all.push(event)
      return true
    }
  }
}
