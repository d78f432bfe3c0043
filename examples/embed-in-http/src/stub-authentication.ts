// A STUB: who somebody is, by a token out of a table. It stands where a service has its real authentication (a session,
// a signed token of the identity provider), and nothing else of this example knows how it is done. What comes out of it
// is all the engine asks of a host: the person's pseudonym, and whether they are of the scheme's office. Champion,
// assessor and coach are never said here: they are who the events say.
import type { Actor } from "@lcqm/core"

/** Tells who sent a request by its `Authorization` header; undefined where that is not known. */
export type Authenticate = (authorization: string | undefined) => Actor | undefined

/**
 * Authentication by tokens in a table, for trying things out: everybody who knows a token is that person.
 * @example
 * ```ts
 * import { stubAuthentication } from "@lcqm/embed-in-http"
 * const authenticate = stubAuthentication({ "a-token": { person: "p-office01", roles: ["SchemeOffice"] } })
 * authenticate("Bearer a-token")?.person // => "p-office01"
 * authenticate("Bearer another") // => undefined
 * ```
 */
export const stubAuthentication = (people: Readonly<Record<string, Actor>>): Authenticate => {
  const known = new Map(Object.entries(people))
  return (authorization) => known.get(/^Bearer (\S+)$/.exec(authorization ?? "")?.[1] ?? "")
}
