// G3. From stored text to a checked, frozen event.
import { against, run } from "./comparing.js"

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
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
  }
]
