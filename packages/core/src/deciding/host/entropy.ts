// Randomness as a service: the loop asks for salt, and a seeded run gives it the same bytes every time.
import { Context } from "effect"

/** Where random bytes come from. The default is the platform's cryptographic source. */
export const Entropy = Context.Reference<{ readonly bytes: (count: number) => Uint8Array }>(
  "@lcqm/core/Entropy",
  {
    defaultValue: () => ({ bytes: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)) })
  }
)
