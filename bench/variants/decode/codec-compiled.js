// G3 with Effect's compiled decoders switched on before any schema is used, as a program that owns its process may
// do: it is global, so no package of this library does it.
import "effect/schema/SchemaJITCompiler/enable"

export { prepare } from "./codec.js"
