// What is known of a network, as its events make it: also where an as-at leaves some of them out.
import { given, network, onNetwork, people } from "@lcqm/testing/given-when-then"
import { expect, it } from "vitest"
import { networkFold, networkStream } from "../../src/index.ts"
import { endorsed, formed } from "./a-network.ts"

const reason = { about: [], text: "Has a class of their own from September." }
const eventsOf = (story: typeof formed) => story.eventsOf(networkStream(network))
const knownOf = (story: typeof formed, ...without: ReadonlyArray<string>) =>
  networkFold.fold(
    networkFold.initial,
    eventsOf(story).filter(({ type }) => !without.includes(type))
  )

it("before it is formed a network has no name and nobody in it", () => {
  expect(networkFold.initial).toMatchObject({ network: "", name: "", stage: undefined, members: [] })
})

it("a school that has left is known to have been in it until then, also once the network is closed", () => {
  const left = given(endorsed)
    .on("2018-01-08")
    .having(onNetwork("LeaveNetwork", { school: "900003", reason }))
  const closed = given(left).on("2018-07-20").having(onNetwork("CloseNetwork", {}))
  expect(knownOf(closed).members.map((each) => [each.school, each.until, each.leftIn])).toEqual([
    ["900001", "2018-07-20", "endorsed"],
    ["900002", "2018-07-20", "endorsed"],
    ["900003", "2018-01-08", "endorsed"]
  ])
})

it("who joined or left while it is not known how far the network had come is taken to have done so at its beginning", () => {
  const left = given(formed).having(onNetwork("LeaveNetwork", { school: "900003", reason }))
  const { members } = knownOf(left, "NetworkFormed.v1")
  expect(members.map(({ joinedIn, leftIn }) => [joinedIn, leftIn])).toEqual([
    ["preliminary", undefined],
    ["preliminary", undefined],
    ["preliminary", "preliminary"]
  ])
})

it("nobody represents it who has stood down", () => {
  const { representative } = people
  const named = given(endorsed).having(onNetwork("NameRepresentative", { representative, school: "900001" }))
  expect([...knownOf(named).representatives.keys()]).toEqual([representative])
  const stoodDown = named.having(onNetwork("StandDownRepresentative", { representative, reason }))
  expect(knownOf(stoodDown).representatives.size).toBe(0)
})
