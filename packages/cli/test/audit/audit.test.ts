// What an auditor does on the command line: ask a history, make its decisions again, and verify what was signed. The
// exit code is 0 for verified, 1 for what does not verify, 2 for bad input.
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { leafHashOfText, parseVerifierKey, verifyTlogProof } from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { given, smallWorld } from "@lcqm/testing/given-when-then"
import { beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "../../../sqlite/src/file/database.ts"
import { fill, storeAt } from "../awarded-store.ts"
import { folder, lcqmHere } from "../running.ts"
import { over } from "../stores.ts"

const urn = "900001"
let store: string
let place: string
let key: string
let award: string
const at = (name: string): string => join(place, name)
const run = (...words: ReadonlyArray<string>) => over(store, words)
const done = async (...words: ReadonlyArray<string>): Promise<string> => {
  const ran = await run(...words)
  expect(ran, words.join(" ")).toMatchObject({ code: 0, err: "" })
  return ran.out
}

beforeAll(async () => {
  store = await storeAt("agreed")
  place = folder()
  key = at("operator.key")
  award = at("award.json")
  await done("ledger", "keygen", "log.example/mark", "-o", key)
  await done("ledger", "checkpoint", "--key", key, "-o", at("checkpoint"))
  await done("award-file", urn, "--key", key, "-o", award)
})

describe("the questions of an auditor", () => {
  it("are answered from the history, on two clocks", async () => {
    expect(await done("history", urn)).toContain("AwardAgreed.v1 *")
    const early = await done("history", urn, "--recorded", "2017-02-01", "--occurred", "2017-02-01")
    expect(early).toContain("1 of 32 events")
    expect(await done("blame", urn, "--field", "stage")).toContain("AwardAgreed.v1")
    expect(await done("diff", urn, "--recorded", "2017-11-16")).toMatch(/stage\s+proposed\s+agreed/u)
  })

  it("about an award say which decision and which revision is explained", async () => {
    const out = await done("explain", urn)
    expect(out).toContain("Decision 31 (AwardAgreed.v1) of school 900001, made on revision 30")
    expect(out).toContain("The indicated level is Silver.")
    expect(await done("explain", urn, "--occurred", "2017-11-14", "--set", "self")).toContain(
      "as of revision"
    )
  })

  it("are refused of a school that is not enrolled, and of what is no URN", async () => {
    expect(await run("history", "900099")).toMatchObject({ code: 1, out: "" })
    expect(await run("explain", "12")).toMatchObject({ code: 2, out: "" })
    expect(await run("replay")).toMatchObject({ code: 2, out: "" })
  })

  it("about what is not there are told so", async () => {
    const beyond = await run("explain", urn, "--revision", "99")
    expect(beyond).toMatchObject({ code: 2, out: "" })
    expect(beyond.err).toContain("an event of the school: 0 to 31")
    expect(await done("blame", urn, "--field", "nosuch")).toContain("No field of the state is called nosuch")
    expect(await done("diff", urn, "--to-recorded", "2000-01-01")).toContain("more: none; fewer: 0 to 31")
  })

  it("whether the decisions would be the same again is answered for one school and for all", async () => {
    expect(await done("replay", urn)).toContain("3 of 3 decisions of 1 school come out the same")
    expect(await done("replay", "--all")).toBe(
      "3 of 3 decisions of 1 school come out the same, each under the rules pinned then.\n"
    )
  })
})

describe("an award file that is asked", () => {
  it("answers what the store answers, and says that it is taken at its word", async () => {
    const questions = [
      ["history"],
      ["explain"],
      ["explain", "--occurred", "2017-11-14", "--set", "self"],
      ["blame", "--field", "stage"],
      ["diff", "--recorded", "2017-11-16"],
      ["replay"]
    ]
    for (const [question = "", ...more] of questions) {
      const ofStore = await done(question, urn, ...more)
      const ofFile = await lcqmHere([question, "--award-file", award, ...more])
      expect(ofFile).toMatchObject({ code: 0, err: "" })
      expect(ofFile.out).toBe(
        `From ${award}, taken at its word: whether it is true, lcqm verify says.\n${ofStore}`
      )
    }
    const piped = await lcqmHere(["replay", "--award-file", "-"], { input: readFileSync(award) })
    expect(piped.out).toContain("3 of 3 decisions of 1 school come out the same")
  })

  it("that was changed where the change makes a decision another is not called the same", async () => {
    const better = at("better.json")
    const text = readFileSync(award, "utf8")
    writeFileSync(better, text.replace('\\"level\\":\\"silver\\"', '\\"level\\":\\"gold\\"'))
    expect(readFileSync(better, "utf8")).not.toBe(text)
    expect((await lcqmHere(["replay", "--award-file", better])).code).toBe(1)
  })

  it("is refused where it is none, of another school, or asked with a store's school too", async () => {
    const none = at("checkpoint")
    for (const words of [
      ["history", "--award-file", none],
      ["history", "900002", "--award-file", award],
      ["history"],
      ["replay", urn, "--award-file", award],
      ["replay", "--all", "--award-file", award],
      ["explain", "--award-file", at("nowhere.json")]
    ]) {
      expect(await run(...words), words.join(" ")).toMatchObject({ code: 2, out: "" })
    }
  })
})

describe("a signer key", () => {
  it("is its owner's alone, and never printed", async () => {
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const { out } = await over(store, ["ledger", "keygen", "log.example/mark", "-o", at("other.key")])
    expect(out).not.toContain("PRIVATE")
    expect(out).toContain(readFileSync(at("other.key.pub"), "utf8"))
  })

  it("is refused where others may read it, and never overwritten", async () => {
    const loose = at("loose.key")
    await done("ledger", "keygen", "log.example/mark", "-o", loose)
    chmodSync(loose, 0o640)
    const { code, err } = await run("ledger", "checkpoint", "--key", loose)
    expect(code).toBe(2)
    expect(err).toContain("permissions 0640")
    const before = readFileSync(key, "utf8")
    expect(await run("ledger", "keygen", "log.example/mark", "-o", key)).toMatchObject({ code: 2 })
    expect(readFileSync(key, "utf8")).toBe(before)
  })
})

describe("an award file", () => {
  const verify = (file: string, ...more: ReadonlyArray<string>) =>
    run("verify", file, "--key", `${key}.pub`, ...more)

  it("verifies with the operator's key, and with no other and none does not", async () => {
    expect(await verify(award, "--checkpoint", at("checkpoint"))).toMatchObject({ code: 0, err: "" })
    expect((await verify(award)).out).toContain(": verified\n")
    const unknown = await run("verify", award)
    expect(unknown.code).toBe(1)
    expect(unknown.out).toContain("not checked: whether this is the operator's log at all")
    await done("ledger", "keygen", "log.example/mark", "-o", at("stranger.key"))
    expect(await run("verify", award, "--key", at("stranger.key.pub"))).toMatchObject({ code: 1 })
  })

  it("that was edited is told where, and one of another school or with nothing signed is not verified", async () => {
    const edited = at("edited.json")
    writeFileSync(edited, readFileSync(award, "utf8").replace("p-champion0", "p-champion1"))
    const ran = await verify(edited)
    expect(ran.code).toBe(1)
    expect(ran.out).toContain("event edited, at school-lcqm-900001, event 1:")
    expect((await verify(award, "--school", "900002")).out).toContain("another school")
    await done("award-file", urn, "-o", at("plain.json"))
    const plain = await verify(at("plain.json"))
    expect(plain.code).toBe(1)
    expect(plain.out).toContain("complete up to the award only")
  })

  it("that is not there is bad input, and so is a key that is none", async () => {
    expect(await verify(at("nowhere.json"))).toMatchObject({ code: 2, out: "" })
    expect(await run("verify", award, "--key", award)).toMatchObject({ code: 2, out: "" })
    expect((await run("award-file", urn, "-o", award)).err).toContain("one that is there")
    const secret = await verify(award, "--key", key)
    expect(secret).toMatchObject({ code: 2, out: "" })
    expect(secret.err).toContain("a secret signer key")
  })

  it("answers a program in JSON, with roots in hexadecimal", async () => {
    const { out } = await verify(award, "--json")
    expect(JSON.parse(out)).toMatchObject([
      { outcome: "verified", head: { revision: 31, root: expect.stringMatching(/^[0-9a-f]{64}$/u) } }
    ])
  })
})

describe("the store", () => {
  it("is verified by a checkpoint of its whole length, and alone is not anchored", async () => {
    expect(await done("verify", "--key", `${key}.pub`, "--checkpoint", at("checkpoint"))).toContain(
      ": verified\n"
    )
    expect(await run("verify")).toMatchObject({ code: 1 })
  })

  it("in which an award was hidden from the register, by a number in its row that no hash covers, does not verify", async () => {
    const hidden = await storeAt("agreed")
    const theirs = openDatabase(hidden.replace("sqlite:", ""), { readOnly: false })
    theirs.exec(`DROP TRIGGER events_never_updated;
      UPDATE events SET type = (SELECT id FROM event_types WHERE name = 'VisitHeld.v1')
      WHERE type = (SELECT id FROM event_types WHERE name = 'AwardAgreed.v1')`)
    theirs.close()
    expect((await run("register")).out).toContain(urn)
    expect((await over(hidden, ["register"])).out).not.toContain(urn)
    const ran = await over(hidden, ["verify", "--key", `${key}.pub`, "--checkpoint", at("checkpoint")])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain("its id or type in the file is another than in its text")
    expect(await over(hidden, ["store", "info"])).toMatchObject({ code: 1, out: "" })
  })

  it("that finds a root in its file changed by hand does not verify, though every event of it is what was signed", async () => {
    const changed = await storeAt("agreed")
    const theirs = openDatabase(changed.replace("sqlite:", ""), { readOnly: false })
    theirs.exec("DROP TRIGGER events_never_updated; UPDATE events SET root = zeroblob(32) WHERE ordinal = 7")
    theirs.close()
    const ran = await over(changed, ["verify", "--key", `${key}.pub`, "--checkpoint", at("checkpoint")])
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/store damaged, at \S+, event \d+:/u)
    expect(ran.out).toContain("the root recorded with it is not that of the events up to it")
  })

  it("that grew is signed again, and one that shrank is not", async () => {
    const growing = await storeAt("proposed")
    const note = at("growing")
    const sign = ["ledger", "checkpoint", "--key", key, "-o", note, "--keep", at("kept.json")]
    expect(await over(growing, sign)).toMatchObject({ code: 0 })
    await fill(growing, given(smallWorld.at("agreed")).events.slice(-1))
    const first = readFileSync(note, "utf8")
    expect(await over(growing, sign)).toMatchObject({ code: 0 })
    expect(readFileSync(note, "utf8")).not.toBe(first)

    const shrunk = await storeAt("proposed")
    expect(await over(shrunk, sign)).toMatchObject({ code: 1, out: "" })
    const refused = await over(shrunk, ["ledger", "checkpoint", "--key", key, "-o", note])
    expect(refused).toMatchObject({ code: 1, out: "" })
    expect(refused.err).toContain("Nothing was signed")
    const told = await over(shrunk, ["verify", "--key", `${key}.pub`, "--checkpoint", note])
    expect(told.out).toContain("shrunken log")
  })

  it("is published as tiles as far as it has grown", async () => {
    const growing = await storeAt("proposed")
    const words = ["ledger", "tiles", at("tiles"), "--key", key, "--entries"]
    expect((await over(growing, words)).out).toContain("1 hash tiles, 1 bundles")
    expect((await over(growing, words)).out).toContain("0 hash tiles, 0 bundles")
    await fill(growing, given(smallWorld.at("agreed")).events.slice(-1))
    expect((await over(growing, words)).out).toContain("(1 new): 1 hash tiles, 1 bundles")
    expect(existsSync(at("tiles/tile/entries"))).toBe(true)
  })
})

describe("a proof and a cosignature", () => {
  it("hold by the log's key alone", async () => {
    await done("ledger", "prove", urn, "3", "--checkpoint", at("checkpoint"), "-o", at("event.tlog-proof"))
    const logKey = parseVerifierKey(nodeHasher, readFileSync(`${key}.pub`, "utf8").trim())
    const bytes = (
      JSON.parse(readFileSync(award, "utf8")) as { streams: [{ events: Array<{ bytes: string }> }] }
    ).streams[0].events[3]?.bytes
    const policy = { origin: logKey.name, logKeys: [logKey], witnesses: [], quorum: 0 }
    const verdict = await verifyTlogProof(nodeHasher, nodeEd25519, {
      policy,
      leafHash: leafHashOfText(nodeHasher, bytes ?? ""),
      file: readFileSync(at("event.tlog-proof"), "utf8")
    })
    expect(verdict.ok).toBe(true)
    expect(await run("ledger", "prove", urn, "99", "--checkpoint", at("checkpoint"))).toMatchObject({
      code: 1
    })
  })

  it("of a witness count towards a quorum", async () => {
    const witness = at("witness.key")
    await done("ledger", "keygen", "witness.example", "-o", witness, "--witness")
    const cosign = [
      "ledger",
      "cosign",
      "--key",
      witness,
      "--log-key",
      `${key}.pub`,
      "--checkpoint",
      at("checkpoint")
    ]
    await done(...cosign, "-o", at("cosigned"))
    const asked = ["verify", "--key", `${key}.pub`, "--witness", `${witness}.pub`, "--quorum", "1"]
    expect(await run(...asked, "--checkpoint", at("cosigned"))).toMatchObject({ code: 0 })
    const without = await run(...asked, "--checkpoint", at("checkpoint"))
    expect(without.code).toBe(1)
    expect(without.out).toContain("too few witnesses")
  })

  it("of where a stream ends is signed", async () => {
    expect(await done("ledger", "head", urn, "--key", key)).toMatch(
      /^log\.example\/mark stream-head\/1\nschool-lcqm-900001\n31\n/u
    )
  })
})
