// Events brought whole from one place to another: store to store, and to and from a file of JSON lines.
export type { Copied, OnCopied } from "./bring.ts"
export { copyStore, type CopyOptions } from "./copy-store.ts"
export {
  CopyDiffers,
  type CopyError,
  type EventThere,
  type ImportError,
  LineNotAnEvent,
  RootDiffers,
  StoresPart
} from "./errors.ts"
export { exportJsonl } from "./jsonl/export-jsonl.ts"
export {
  type CheckedEvents,
  checkJsonl,
  importChecked,
  importJsonl,
  type ImportOptions
} from "./jsonl/import-jsonl.ts"
export { type StoreRoot, verifiedRoot } from "./verified-root.ts"
