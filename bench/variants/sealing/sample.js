// The text that is sealed and opened: 200 characters about one person.
import { champion } from "../../workload/people.js"

export const text = {
  about: [champion],
  text: "A sample of what is written about somebody. ".repeat(5).slice(0, 200)
}
export const place = { eventId: "00000000-0000-8000-8000-000000000001", path: ["reason"] }
export const often = 50
