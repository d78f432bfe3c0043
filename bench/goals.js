// What is measured: the goals of the design's performance page, line by line. Each line is a ratio in one run, of a
// subject to the baseline run right before it; a line without `limit` is for the record.

/**
 * One process to run: a file of `variants/` and what it is told.
 * @typedef {{ readonly variant: string, readonly params?: Record<string, unknown> }} Variant
 * @typedef {"cpu" | "processCpu" | "wall"} Clock
 * @typedef {{ readonly subject: Variant, readonly baseline: Variant }} Comparison
 * @typedef {{ readonly goal: string, readonly key: string, readonly what: string, readonly clock: Clock,
 *   readonly limit?: { readonly most: number } | { readonly least: number }, readonly sameResult?: boolean,
 *   readonly told?: Record<string, number>, readonly atMost?: Record<string, number>,
 *   readonly of: { readonly lcqm?: Comparison, readonly emmett?: Comparison, readonly castore?: Comparison,
 *     readonly fmodel?: Comparison, readonly hand?: Comparison } }} Line
 */

/** @type {(variant: string, params?: Record<string, unknown>) => Variant} */
const run = (variant, params = {}) => ({ variant, params })

/** Everybody against one baseline. */
const against = (/** @type {Variant} */ baseline, /** @type {Record<string, Variant>} */ subjects) =>
  Object.fromEntries(Object.entries(subjects).map(([who, subject]) => [who, { subject, baseline }]))

/** Everybody against themselves at a smaller size. */
const growth = (/** @type {string} */ folder, large, small, who = ["lcqm", "emmett", "castore", "hand"]) =>
  Object.fromEntries(
    who.map((each) => [
      each,
      { subject: run(`${folder}/${each}`, large), baseline: run(`${folder}/${each}`, small) }
    ])
  )

const contended = { schools: 150 }
// By its own policy a peer sleeps between its tries: a tenth is enough, and takes as long.
const contendedAndWaiting = { schools: 15, ownPolicy: true }

const appending = (/** @type {string} */ who, /** @type {Record<string, unknown>} */ params) =>
  run(`sqlite/append/${who}`, params)
const [normal, full] = [{ durability: "normal" }, { durability: "full" }]
const together = { durability: "full", atOnce: 32 }
const reading = (/** @type {string} */ what) => run(`sqlite/read/${what}`)

const national = { schools: 24_000 }
// Schools of 120 events each.
const [million, tenThousand] = [{ schools: 8_334 }, { schools: 84 }]

/** @type {ReadonlyArray<Line>} */
export const lines = [
  {
    goal: "G1",
    key: "fold",
    what: "fold a journey through the public API ÷ a switch in a for loop",
    clock: "cpu",
    limit: { most: 1.1 },
    sameResult: true,
    of: against(run("fold/hand"), {
      lcqm: run("fold/lcqm"),
      emmett: run("fold/emmett"),
      castore: run("fold/castore"),
      fmodel: run("fold/fmodel")
    })
  },
  {
    goal: "G2",
    key: "immutable",
    what: "immutable fold of a history ÷ mutating a private draft",
    clock: "cpu",
    limit: { most: 1.0 },
    sameResult: true,
    of: against(run("fold/hand"), { lcqm: run("fold/lcqm") })
  },
  {
    goal: "G2",
    key: "immutable-each",
    what: "the same, every single event's state published",
    clock: "cpu",
    sameResult: true,
    of: against(run("fold/hand"), { lcqm: run("fold/lcqm", { oneByOne: true }) })
  },
  {
    goal: "G3",
    key: "decode",
    what: "parse, validate and freeze, compiled decoders ÷ JSON.parse",
    clock: "cpu",
    limit: { most: 1.6 },
    sameResult: true,
    of: against(run("decode/parse"), { lcqm: run("decode/codec-compiled") })
  },
  {
    goal: "G3",
    key: "decode-verified",
    what: "the same where both check the leaf hash",
    clock: "cpu",
    limit: { most: 1.3 },
    sameResult: true,
    of: against(run("decode/parse", { verified: true }), {
      lcqm: run("decode/codec-compiled", { verified: true })
    })
  },
  {
    goal: "G3",
    key: "decode-interpreted",
    what: "parse, validate and freeze, Effect's default decoders ÷ JSON.parse",
    clock: "cpu",
    sameResult: true,
    of: against(run("decode/parse"), { lcqm: run("decode/codec") })
  },
  {
    goal: "G4",
    key: "command",
    what: "a command without a cache ÷ by hand",
    clock: "cpu",
    limit: { most: 1.25 },
    sameResult: true,
    of: against(run("command/hand"), {
      lcqm: run("command/lcqm", { cached: false }),
      emmett: run("command/emmett"),
      castore: run("command/castore"),
      fmodel: run("command/fmodel")
    })
  },
  {
    goal: "G4",
    key: "command-cached",
    what: "a command with the cache of states ÷ by hand without one",
    clock: "cpu",
    limit: { most: 0.45 },
    sameResult: true,
    of: against(run("command/hand"), {
      lcqm: run("command/lcqm"),
      hand: run("command/hand", { cached: true })
    })
  },
  {
    goal: "G4",
    key: "command-cached-effect",
    what: "the same through the Effect face, in one fiber",
    clock: "cpu",
    sameResult: true,
    of: against(run("command/hand"), { lcqm: run("command/lcqm-effect") })
  },
  {
    goal: "G5",
    key: "contention",
    what: "8 commands at once on a stream ÷ by hand, trying again at once",
    clock: "wall",
    told: { attemptsPerCommand: 1, accepted: 1 },
    of: against(run("contention/hand", contended), {
      lcqm: run("contention/lcqm", contended),
      emmett: run("contention/emmett", contended),
      castore: run("contention/castore", contended),
      fmodel: run("contention/fmodel", contended)
    })
  },
  {
    goal: "G5",
    key: "contention-emmett",
    what: "Emmett without back-off ÷ ours",
    clock: "wall",
    limit: { least: 4 },
    of: {
      emmett: { subject: run("contention/emmett", contended), baseline: run("contention/lcqm", contended) }
    }
  },
  {
    goal: "G5",
    key: "contention-own-policy",
    what: "the peer's own policy ÷ ours",
    clock: "wall",
    of: against(run("contention/lcqm", { schools: 15 }), {
      emmett: run("contention/emmett", contendedAndWaiting),
      castore: run("contention/castore", contendedAndWaiting)
    })
  },
  {
    goal: "G6",
    key: "many-streams",
    what: "append to one of 24,000 streams ÷ to one of 100",
    clock: "cpu",
    limit: { most: 2 },
    of: growth(
      "append",
      { streams: 24_000, length: 1, appends: 6_000 },
      { streams: 100, length: 1, appends: 6_000 }
    )
  },
  {
    goal: "G6",
    key: "long-stream",
    what: "append to a stream of 10,000 ÷ to one of 100",
    clock: "cpu",
    limit: { most: 1.2 },
    of: growth(
      "append",
      { streams: 1, length: 10_000, appends: 2_000 },
      { streams: 20, length: 100, appends: 2_000 }
    )
  },
  {
    goal: "G7",
    key: "sqlite-append",
    what: "append to a file, NORMAL ÷ the raw driver with our tables, indexes and bytes",
    clock: "cpu",
    limit: { most: 1.15 },
    of: against(appending("raw", normal), {
      lcqm: appending("lcqm", normal),
      hand: appending("raw-rows", normal)
    })
  },
  {
    goal: "G7",
    key: "sqlite-append-threads",
    what: "the same, CPU time of all threads",
    clock: "processCpu",
    of: against(appending("raw", normal), { emmett: appending("emmett", normal) })
  },
  {
    goal: "G7",
    key: "sqlite-append-full",
    what: "the same, FULL",
    clock: "wall",
    limit: { most: 1.05 },
    of: against(appending("raw", full), { lcqm: appending("lcqm", full), emmett: appending("emmett", full) })
  },
  {
    goal: "G7",
    key: "sqlite-append-documented",
    what: "the same, FULL, each peer as its manual has it",
    clock: "wall",
    of: against(appending("raw", full), {
      emmett: appending("emmett", { ...full, asDocumented: true, cold: true })
    })
  },
  {
    goal: "G7",
    key: "sqlite-append-memory",
    what: "append to Emmett's store in memory ÷ ours to a file, NORMAL",
    clock: "processCpu",
    of: against(appending("lcqm", normal), { emmett: appending("emmett-memory", normal) })
  },
  {
    goal: "G8",
    key: "sqlite-together",
    what: "one append after the other ÷ 32 at once, FULL",
    clock: "wall",
    limit: { least: 6 },
    of: {
      lcqm: { subject: appending("lcqm", full), baseline: appending("lcqm", together) }
    }
  },
  {
    goal: "G9",
    key: "sqlite-stream",
    what: "read a stream, checked, validated and frozen ÷ .all and JSON.parse",
    clock: "cpu",
    limit: { most: 1.2 },
    of: against(reading("stream-raw"), { lcqm: reading("stream-lcqm") })
  },
  {
    goal: "G9",
    key: "sqlite-stream-threads",
    what: "the same, CPU time of all threads",
    clock: "processCpu",
    of: against(reading("stream-raw"), { emmett: reading("stream-emmett") })
  },
  {
    goal: "G9",
    key: "sqlite-all",
    what: "read everything, validated and frozen ÷ .iterate and JSON.parse",
    clock: "cpu",
    limit: { most: 0.9 },
    of: against(reading("all-raw"), { lcqm: reading("all-lcqm") })
  },
  {
    goal: "G9",
    key: "sqlite-all-batches",
    what: "everything in Emmett's batches ÷ ours",
    clock: "wall",
    limit: { least: 2.5 },
    of: { emmett: { subject: reading("all-emmett"), baseline: reading("all-lcqm") } }
  },
  {
    goal: "G9",
    key: "sqlite-all-consumer",
    what: "everything through Emmett's consumer ÷ ours",
    clock: "wall",
    limit: { least: 100 },
    of: { emmett: { subject: reading("all-emmett-consumer"), baseline: reading("all-lcqm") } }
  },
  {
    goal: "G11",
    key: "verify",
    what: "read, decode and verify 1,000,000 stored events ÷ read and decode them",
    clock: "cpu",
    limit: { most: 1.6 },
    sameResult: true,
    of: against(run("ledger/read", million), { lcqm: run("ledger/verify", million) })
  },
  {
    goal: "G11",
    key: "canonical",
    what: "canonical writing of a stamped event ÷ JSON.stringify",
    clock: "cpu",
    limit: { most: 0.7 },
    of: against(run("ledger/stringify"), { lcqm: run("ledger/canonical") })
  },
  {
    goal: "G11",
    key: "checkpoint",
    what: "the checkpoint after 1,000 new events, in a log of 1,000,000 ÷ of 10,000",
    clock: "cpu",
    limit: { most: 1.2 },
    of: {
      lcqm: { subject: run("ledger/checkpoint", million), baseline: run("ledger/checkpoint", tenThousand) }
    }
  },
  {
    goal: "E1",
    key: "eventstoredb-append",
    what: "EventStoreDB: append an event ÷ the bare client",
    clock: "wall",
    limit: { most: 1.15 },
    of: against(run("eventstoredb/append-bare"), { lcqm: run("eventstoredb/append-lcqm") })
  },
  {
    goal: "E1",
    key: "eventstoredb-append-60",
    what: "the same, 60 events an append, whose positions are read back",
    clock: "wall",
    of: against(run("eventstoredb/append-bare", { perAppend: 60 }), {
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
  },
  {
    goal: "G10",
    key: "national",
    what: "rebuild four read models from 24,000 schools × 120 events, decoded and validated ÷ by hand, nothing checked; peak of the process's memory",
    clock: "cpu",
    limit: { most: 1.5 },
    atMost: { peakMegabytes: 150 },
    sameResult: true,
    of: against(run("rebuild/hand", national), { lcqm: run("rebuild/lcqm", national) })
  },
  {
    goal: "G10",
    key: "national-filtered",
    what: "a tenth of that ÷ by hand, with SQL that leaves out the types nobody reads",
    clock: "cpu",
    sameResult: true,
    of: against(run("rebuild/hand", { schools: 2_400, filtered: true }), {
      lcqm: run("rebuild/lcqm", { schools: 2_400 })
    })
  },
  {
    goal: "G10",
    key: "restart",
    what: "open the country's read models in a file again, caught up ÷ by hand",
    clock: "wall",
    atMost: { milliseconds: 200 },
    sameResult: true,
    of: against(run("rebuild/restart-by-hand", national), { lcqm: run("rebuild/restart", national) })
  },
  {
    goal: "G10",
    key: "national-consumer",
    what: "four read models through Emmett's consumer, a thousandth of the country ÷ ours, a hundredth",
    clock: "wall",
    of: { emmett: { subject: run("rebuild/emmett"), baseline: run("rebuild/lcqm", { schools: 240 }) } }
  }
]
