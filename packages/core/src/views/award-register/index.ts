// The award register: which school holds which award, since when and until when. Validity ends by date,
// computed, not by an event.
export { registeredAwards } from "./awards.ts"
export { awardRegister, type RegisterModel } from "./projection.ts"
export * from "./registered-award.ts"
