// So that a bare `npx vitest` reads the same configuration as `npm test`.
export { default } from "./vitest.workspace.ts"
