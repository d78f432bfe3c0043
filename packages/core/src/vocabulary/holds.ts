// What a text in an event can be, marked on its schema: so that what is personal is known by a mark and never guessed
// from a name, and free text cannot come into an event without being sealed.

/**
 * What a text holds.
 *
 * - `identifier`: tells things or people apart, as a URN or a pseudonym; for people never a name.
 * - `scheme word`: the scheme's own words, as a criterion's title; never about a person.
 * - `date`: a date or an instant.
 * - `hash`: bytes in hexadecimal that say nothing by themselves, as a digest, a salt or a signature.
 * - `text`: free text written by people. It is personal, and sealed where the people it is about have keys.
 */
export type Holds = "identifier" | "scheme word" | "date" | "hash" | "text"

declare module "effect/Schema" {
  namespace Annotations {
    interface Annotations {
      /** What a text of the schema holds. */
      readonly holds?: Holds | undefined
    }
  }
}
