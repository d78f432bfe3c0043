export * from "./vocabulary/level.ts"
