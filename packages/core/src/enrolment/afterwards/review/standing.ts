// What is done about an award is done about one that stands.
import { rejection } from "../../../deciding/declaring/rejection.ts"

/** Refused: the school has no award that stands. */
export const NoAwardStands = rejection("NoAwardStands", (d: { school: string }) => [
  `School ${d.school} has no award that stands.`,
  "There is nothing to moderate, review, revoke or renew; enrol the school for an award (EnrolSchool)."
])
