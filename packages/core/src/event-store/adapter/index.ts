// What every adapter of the port needs, whatever its engine: an append checked and placed, an event read back, a
// range as bounds. For those who write an adapter; programs that use a store need none of it.
export { admit, type Admitted, expectedRevision } from "./admission.ts"
export * from "./kept-event.ts"
export * from "./placing.ts"
export { inSpan, streamInSpan, type Told } from "./span.ts"
export * from "./window.ts"
