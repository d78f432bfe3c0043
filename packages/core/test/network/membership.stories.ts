// Which schools are in a network, over time. A date is a span of days: refused is only what no day of it allows.
import { describe, expect, it } from "vitest"
import { given, network, onNetwork } from "@lcqm/testing/given-when-then"
import { membersOf, networkFold, networkStream } from "../../src/index.ts"
import { endorsed, formed, formedOn } from "./a-network.ts"

const reason = { about: [], text: "It has joined another network." }
const join = (school: string) => onNetwork("JoinNetwork", { school })
const leave = (school: string) => onNetwork("LeaveNetwork", { school })
const stateOf = (story: typeof formed) =>
  networkFold.fold(networkFold.initial, story.eventsOf(networkStream(network)))

describe("membership of a network", () => {
  it("begins when a school joins, with its kind where that is stated", () => {
    given(formed)
      .when(join("900004"))
      .then([{ type: "SchoolJoinedNetwork.v1", data: { school: "900004" } }])
    given(formed)
      .when(onNetwork("JoinNetwork", { school: "900004", kind: "junior" }))
      .then([{ type: "SchoolJoinedNetwork.v1", data: { school: "900004", kind: "junior" } }])
  })

  it("ends when the school leaves, and begins again when it comes back", () => {
    const left = given(endorsed)
      .on("2018-03-01")
      .when(onNetwork("LeaveNetwork", { school: "900003", reason }))
      .then([{ type: "SchoolLeftNetwork.v1", data: { school: "900003", reason } }])
    expect(membersOf(stateOf(left)).map(({ school }) => school)).toEqual(["900001", "900002"])
    const back = left.on("2018-09-03").having(join("900003"))
    expect(stateOf(back).members.filter(({ school }) => school === "900003")).toEqual([
      {
        school: "900003",
        kind: undefined,
        from: formedOn,
        joinedIn: "preliminary",
        until: "2018-03-01",
        leftIn: "endorsed"
      },
      {
        school: "900003",
        kind: undefined,
        from: "2018-09-03",
        joinedIn: "endorsed",
        until: undefined,
        leftIn: undefined
      }
    ])
  })

  it("is once at a time: a school that is in the network does not join it", () => {
    given(formed)
      .when(join("900001"))
      .thenRejected("MembershipsOverlap", { network, school: "900001", from: formedOn, until: "now" })
      .remediedBy(leave("900001"))
  })

  it("does not reach back into an earlier time of the same school", () => {
    const left = given(formed).on("2018-03-01").having(leave("900001")).on("2018-09-03")
    given(left)
      .when({ ...join("900001"), occurredOn: "2018-02-28" })
      .thenRejected("MembershipsOverlap", { from: formedOn, until: "2018-03-01" })
      .remediedBySending({ ...join("900001"), occurredOn: "2018-03" })
  })

  it("ends only where it stands, and not before it began", () => {
    given(formed)
      .when(leave("900004"))
      .thenRejected("SchoolNotInNetwork", { network, school: "900004" })
      .remediedBy(join("900004"))
    const joined = given(formed).on("2018-01-08").having(join("900004"))
    given(joined)
      .when({ ...leave("900004"), occurredOn: "2017-12" })
      .thenRejected("DatesOutOfOrder", { follows: "the school's joining", on: "2018-01-08" })
      .remediedBySending(leave("900004"))
  })

  it("is no matter of other networks: being in two is not refused", () => {
    const other = onNetwork("FormNetwork", { name: "Other", schools: [{ school: "900001" }] })
    given(formed)
      .when({ ...other, data: { ...other.data, network: "other-network" } })
      .thenAccepted()
  })
})
