// Places for read models and runners that are broken on purpose, each with the laws it fails.
import { positionOf } from "@lcqm/core"
import { Deferred, Effect } from "effect"
import { Toned } from "../../store/test-catalogue.ts"
import type { KeptTally } from "../adapter.ts"
import { tallied } from "../tally.ts"
import { asked, type BrokenReadModels, kept, runner, stepping } from "./broken-read-models.ts"

export { brokenReadModelAdapter, type BrokenReadModels } from "./broken-read-models.ts"

/**
 * Places and runners broken on purpose. Laws that let one of them pass are no laws.
 * @example
 * ```ts
 * import { brokenReadModels } from "@lcqm/testing/projecting"
 * brokenReadModels.find(({ name }) => name === "rebuilds-nothing")?.fails[0] // => "J01"
 * ```
 */
export const brokenReadModels: ReadonlyArray<BrokenReadModels> = [
  {
    name: "begins-behind-the-first",
    wrong: "The first event of all is taken for the one of a bookmark.",
    fails: ["C01", "C05", "C07", "J01", "J02", "J09", "J04", "U09", "U12", "U15"],
    broken: stepping((step) => ({
      ...step,
      events: step.events.filter(({ position }) => step.from !== undefined || position > positionOf(0))
    }))
  },
  {
    name: "moves-only-with-events",
    wrong: "The bookmark stands still while what comes is of no declared type, and all of it is read again.",
    fails: ["C02", "C03", "C04", "C05"],
    broken: kept(({ current }) => ({
      current: {
        ...current,
        step: (step) =>
          step.events.length === 0
            ? Effect.void
            : current.step({ ...step, to: step.events.at(-1)?.position ?? step.to })
      }
    }))
  },
  {
    name: "steps-from-anywhere",
    wrong: "A step is taken wherever the bookmark is: two runners fold the same events twice.",
    fails: ["C03"],
    broken: kept(({ current }) => ({
      current: {
        ...current,
        step: (step) =>
          Effect.flatMap(current.bookmark, (from) =>
            from !== undefined && step.to <= from ? Effect.void : current.step({ ...step, from })
          )
      }
    }))
  },
  {
    name: "ignores-that-it-is-ahead",
    wrong:
      "Behind the end of the store counts as caught up: after a restore nothing is folded for a long time.",
    fails: ["C04"],
    broken: runner(
      (good) => (store, models, options) =>
        Effect.map(good(store, models, options), (made) => ({
          ...made,
          catchUp: made.catchUp.pipe(Effect.catchTag("BookmarkAhead", () => Effect.void))
        }))
    )
  },
  {
    name: "keeps-one-bookmark",
    wrong: "A second projection finds the bookmark of the first.",
    fails: ["C05"],
    broken: (good) => {
      const first = new Map<string, KeptTally>()
      return {
        keep: (place, spec) =>
          Effect.map(good.keep(place, spec), (own) => {
            const known = first.get(place)
            if (known === undefined) first.set(place, own)
            if (known === undefined || spec.name !== "second") return own
            const current = { ...own.readModel.current, bookmark: known.readModel.current.bookmark }
            return { ...own, readModel: { ...own.readModel, current } }
          })
      }
    }
  },
  {
    name: "passes-over-what-fails",
    wrong: "An event that cannot be folded is skipped, and nobody is told.",
    fails: ["C07", "U09"],
    broken: asked((spec) => ({
      ...spec,
      handling: (event) => {
        try {
          spec.handling(event)
        } catch {
          // As a careless handler does.
        }
      }
    }))
  },
  {
    name: "moves-the-bookmark-first",
    wrong: "The bookmark is moved before the rows: after a failure the events count as folded.",
    fails: ["C07", "U09"],
    broken: kept(({ current }) => {
      let moved: string | undefined
      return {
        current: {
          bookmark: Effect.flatMap(current.bookmark, (at) => Effect.succeed(moved ?? at)),
          step: (step) =>
            Effect.tapError(current.step(step), ({ _tag }) =>
              Effect.sync(() => void (moved = _tag === "HandlerFailed" ? step.to : moved))
            )
        }
      }
    })
  },
  {
    name: "rebuilds-nothing",
    wrong: "A rebuild folds into nothing, and leaves what there is.",
    fails: ["J01", "J02", "U09"],
    broken: kept(() => ({
      beside: Effect.succeed({
        bookmark: Effect.succeed(undefined),
        step: () => Effect.void,
        publish: Effect.void
      })
    }))
  },
  {
    name: "publishes-half",
    wrong:
      "A rebuild takes the old one's place after the first page, and what comes is folded on top of that.",
    fails: ["J02", "J01", "U09"],
    broken: kept(({ beside }) => ({
      beside: Effect.map(beside, (build) => ({
        ...build,
        step: (step) => build.step({ ...step, events: step.events.slice(0, 2) })
      }))
    }))
  },
  {
    name: "folds-the-seam-twice",
    wrong: "The last event of a page is the first of the next one, too.",
    fails: ["J02", "C01", "C05", "J01", "J09", "J04", "U09", "U12", "U15"],
    broken: stepping((step) => ({ ...step, events: [...step.events, ...step.events.slice(-1)] }))
  },
  {
    name: "goes-on-with-another-version",
    wrong: "What an older version has folded is gone on with.",
    fails: ["J09", "U12"],
    broken: (good) => {
      const first = new Map<string, KeptTally>()
      return {
        keep: (place, spec) =>
          Effect.map(good.keep(place, spec), (own) => {
            const known = first.get(`${place} ${spec.name}`) ?? own
            first.set(`${place} ${spec.name}`, known)
            return { ...known, readModel: { ...known.readModel, version: spec.version } }
          })
      }
    }
  },
  {
    name: "takes-every-type",
    wrong: "Events reach the projection that are of no type it declared.",
    fails: ["J04", "C01", "C05", "J01", "J02", "J09", "U09", "U12", "U15"],
    broken: kept(() => ({ types: new Set([...tallied, Toned.type]) }))
  },
  {
    name: "takes-two-of-a-name",
    wrong: "Of two projections of one name the second is left out.",
    fails: ["J05"],
    broken: runner((good) => (store, models, options) => {
      const [first] = Object.entries(models)
      // Another record than was asked for: what is wrong with it.
      const one = Object.fromEntries(first === undefined ? [] : [first]) as typeof models
      return good(store, models, options).pipe(Effect.catch(() => good(store, one, options)))
    })
  },
  {
    name: "stops-them-all",
    wrong: "One projection that fails ends the run of all of them.",
    fails: ["U09"],
    broken: runner(
      (good) => (store, models) =>
        Effect.gen(function* () {
          const over = yield* Deferred.make<void>()
          const onProgress = ({ state }: { readonly state: string }) =>
            void (state === "failed" && Deferred.doneUnsafe(over, Effect.void))
          const made = yield* good(store, models, { onProgress })
          const ended = Effect.andThen(Deferred.await(over), Effect.die("one of them has failed"))
          return { ...made, run: Effect.raceFirst(made.run, ended) }
        })
    )
  },
  {
    name: "forgets-its-bookmark",
    wrong: "What is said to last is folded from the beginning whenever the program starts.",
    fails: ["U12", "J09"],
    broken: () => ({ lasting: true })
  },
  {
    name: "says-caught-up-at-once",
    wrong: "Waiting until caught up does not wait.",
    fails: ["U15"],
    broken: runner(
      (good) => (store, models, options) =>
        Effect.map(good(store, models, options), (made) => ({
          ...made,
          // The same handles under the same keys.
          models: Object.fromEntries(
            Object.entries(made.models).map(([key, handle]) => [
              key,
              { ...handle, awaitCaughtUp: () => Effect.void }
            ])
          ) as typeof made.models
        }))
    )
  }
]
