// Reports as files: one award, or the register.
export { awardReport } from "./award-report.ts"
export type { PagePart, PageParts } from "./document.ts"
export { pageParts } from "./page-parts.ts"
export type { ReportTexts } from "./texts-carried.ts"
export { registerReport, type RegisterParts } from "./register-report.ts"
