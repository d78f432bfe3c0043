// N2, the baseline: the same search by hand over plain objects in memory, with no store, no directory, no consent and
// no reasons: the networks' focuses compared and sorted.
import { openLcqm, valueOf } from "@lcqm/core"
import { sqliteStore } from "@lcqm/sqlite"
import { nationalNetworks } from "../../workload/national-networks.js"

const inCommon = (one, other) => one.filter((each) => other.includes(each)).length

export const prepare = async ({ schools }) => {
  const lcqm = openLcqm({ store: sqliteStore(await nationalNetworks(schools)) })
  const all = valueOf(await lcqm.networks()).flatMap(({ focus, network }) =>
    focus === undefined ? [] : [{ focus, network }]
  )
  await lcqm.close()
  let next = 0
  return {
    batch: () => {
      const { focus, network } = all[(next++ * 97) % all.length]
      return all
        .filter((each) => each.network !== network)
        .map((each) => ({
          network: each.network,
          score:
            (each.focus.subject === focus.subject ? 50 : 0) +
            inCommon(focus.topics, each.focus.topics) * 10 +
            inCommon(focus.years, each.focus.years) * 5
        }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, 10)
    },
    batches: 100,
    operations: 1
  }
}
