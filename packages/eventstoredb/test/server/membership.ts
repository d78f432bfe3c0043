// The nodes of a cluster, and which of them leads. They share one log, as if what one commits were with the others at
// once; what is tested is who may be asked for what.
import type { Address } from "./protocol/failures.ts"
import type { Member, Role } from "./protocol/node.ts"

interface Standing extends Address {
  readonly id: string
  role: Role
  alive: boolean
}

export class Membership {
  readonly #members: Array<Standing> = []

  join(id: string, address: Address, role: Role): void {
    this.#members.push({ ...address, id, role, alive: true })
  }

  members(): ReadonlyArray<Member> {
    return this.#members.map((member) => ({ ...member }))
  }

  roleOf(id: string): Role {
    return this.#members.find((member) => member.id === id)?.role ?? "follower"
  }

  /** The address of the leader, as long as it lives. */
  leader(): Address | undefined {
    return this.#members.find(({ role, alive }) => role === "leader" && alive)
  }

  /** Makes one node the leader; who led becomes a follower. */
  elect(id: string): void {
    for (const member of this.#members) {
      if (member.role === "leader") member.role = "follower"
      if (member.id === id) member.role = "leader"
    }
  }

  setAlive(id: string, alive: boolean): void {
    for (const member of this.#members) if (member.id === id) member.alive = alive
  }
}
