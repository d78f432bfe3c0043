// S1 to S4. What sealing costs: a text by itself, and its share of a command and of a rebuild, beside the same without.
import { against, run } from "./comparing.js"

const schools = 240

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "S1",
    key: "seal",
    what: "seal a text of 200 characters, its key on a ring in a file ÷ by hand, HKDF and AES-GCM of node:crypto, the key in hand",
    clock: "cpu",
    of: against(run("sealing/by-hand", { work: "seal" }), {
      lcqm: run("sealing/text", { work: "seal", ring: "file" })
    })
  },
  {
    goal: "S1",
    key: "seal-web-crypto",
    what: "the same by WebCrypto, which is waited for, its key on a ring in memory",
    clock: "wall",
    of: against(run("sealing/by-hand", { work: "seal" }), {
      lcqm: run("sealing/text", { work: "seal", ring: "memory" })
    })
  },
  {
    goal: "S2",
    key: "open",
    what: "open it again ÷ by hand",
    clock: "cpu",
    sameResult: true,
    of: against(run("sealing/by-hand", { work: "open" }), {
      lcqm: run("sealing/text", { work: "open", ring: "file" })
    })
  },
  {
    goal: "S2",
    key: "open-web-crypto",
    what: "the same by WebCrypto, its key on a ring in memory",
    clock: "wall",
    sameResult: true,
    of: against(run("sealing/by-hand", { work: "open" }), {
      lcqm: run("sealing/text", { work: "open", ring: "memory" })
    })
  },
  {
    goal: "S3",
    key: "command-sealed",
    what: "a command with a text of 200 characters, sealed, ring in a file ÷ the same, its text plain; store in memory",
    clock: "cpu",
    of: against(run("sealing/command"), { lcqm: run("sealing/command", { ring: "file" }) })
  },
  {
    goal: "S3",
    key: "command-sealed-web-crypto",
    what: "the same by WebCrypto, ring in memory",
    clock: "wall",
    of: against(run("sealing/command"), { lcqm: run("sealing/command", { ring: "memory" }) })
  },
  {
    goal: "S3",
    key: "command-sealed-file",
    what: "the same, store and ring in files, FULL",
    clock: "wall",
    of: against(run("sealing/command", { store: "file" }), {
      lcqm: run("sealing/command", { store: "file", ring: "file" })
    })
  },
  {
    goal: "S4",
    key: "rebuild-sealed",
    what: "rebuild four read models of 240 schools × 120 events that open nothing, nine texts a school sealed ÷ the texts plain",
    clock: "cpu",
    sameResult: true,
    of: against(run("sealing/rebuild", { schools, kept: "plain" }), {
      lcqm: run("sealing/rebuild", { schools, kept: "sealed" })
    })
  },
  {
    goal: "S4",
    key: "rebuild-opening",
    what: "read every event and open its texts, sealed, ring in a file ÷ the texts plain",
    clock: "cpu",
    sameResult: true,
    of: against(run("sealing/open-all", { schools, kept: "plain" }), {
      lcqm: run("sealing/open-all", { schools, kept: "sealed" })
    })
  }
]
