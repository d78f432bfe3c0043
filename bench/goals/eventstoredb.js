// E1, E2, E3. EventStoreDB beside the bare client, on the tests' own server.
import { against, run } from "./comparing.js"

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "E1",
    key: "eventstoredb-append",
    what: "EventStoreDB: append an event ÷ the bare client, which stores the same event",
    clock: "wall",
    limit: { most: 1.15 },
    of: against(run("eventstoredb/append-bare", { sameEvent: true }), {
      lcqm: run("eventstoredb/append-lcqm")
    })
  },
  {
    goal: "E1",
    key: "eventstoredb-append-bare",
    what: "the same ÷ the bare client, which computes nothing",
    clock: "wall",
    of: against(run("eventstoredb/append-bare"), { lcqm: run("eventstoredb/append-lcqm") })
  },
  {
    goal: "E1",
    key: "eventstoredb-append-60",
    what: "the same, 60 events an append, whose positions are read back",
    clock: "wall",
    of: against(run("eventstoredb/append-bare", { perAppend: 60, sameEvent: true }), {
      lcqm: run("eventstoredb/append-lcqm", { perAppend: 60 })
    })
  },
  {
    goal: "E2",
    key: "eventstoredb-read",
    what: "EventStoreDB: read a stream ÷ the bare client, both decoded and validated",
    clock: "wall",
    limit: { most: 1.3 },
    sameResult: true,
    of: against(run("eventstoredb/read-bare", { validated: true }), { lcqm: run("eventstoredb/read-lcqm") })
  },
  {
    goal: "E2",
    key: "eventstoredb-read-parsed",
    what: "the same ÷ the bare client, which parses only",
    clock: "wall",
    sameResult: true,
    of: against(run("eventstoredb/read-bare"), { lcqm: run("eventstoredb/read-lcqm") })
  },
  {
    goal: "E3",
    key: "eventstoredb-follow",
    what: "EventStoreDB: catch up ÷ the bare client's subscription, both decoded and validated",
    clock: "wall",
    limit: { most: 1.3 },
    sameResult: true,
    of: against(run("eventstoredb/follow-bare", { validated: true }), {
      lcqm: run("eventstoredb/follow-lcqm")
    })
  },
  {
    goal: "E3",
    key: "eventstoredb-follow-parsed",
    what: "the same ÷ the bare client's subscription, which parses only",
    clock: "wall",
    sameResult: true,
    of: against(run("eventstoredb/follow-bare"), { lcqm: run("eventstoredb/follow-lcqm") })
  }
]
