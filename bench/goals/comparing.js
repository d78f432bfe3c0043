// How a line says what it compares: variants, each in a process of its own, and who is measured against which.

/**
 * One process to run: a file of `variants/` and what it is told.
 * @typedef {{ readonly variant: string, readonly params?: Record<string, unknown> }} Variant
 * @typedef {"cpu" | "processCpu" | "wall"} Clock
 * @typedef {{ readonly subject: Variant, readonly baseline: Variant }} Comparison
 * @typedef {{ readonly goal: string, readonly key: string, readonly what: string, readonly clock: Clock,
 *   readonly limit?: { readonly most: number } | { readonly least: number }, readonly sameResult?: boolean,
 *   readonly told?: Record<string, number>, readonly atMost?: Record<string, number>,
 *   readonly of: { readonly lcqm?: Comparison, readonly emmett?: Comparison, readonly castore?: Comparison,
 *     readonly fmodel?: Comparison, readonly hand?: Comparison } }} Line
 */

/** @type {(variant: string, params?: Record<string, unknown>) => Variant} */
export const run = (variant, params = {}) => ({ variant, params })

/** Everybody against one baseline. */
export const against = (/** @type {Variant} */ baseline, /** @type {Record<string, Variant>} */ subjects) =>
  Object.fromEntries(Object.entries(subjects).map(([who, subject]) => [who, { subject, baseline }]))
