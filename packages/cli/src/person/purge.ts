// What erasing somebody leaves to people: copies that this program cannot reach, since it does not know where they are.

/** A kind of copy, and what is to be done about it. */
export interface ToPurge {
  readonly what: string
  readonly why: string
}

/** Everything to look for after somebody was erased. */
export const toPurge: ReadonlyArray<ToPurge> = [
  {
    what: "backups of the key ring",
    why: "the key is still in those taken before; destroy them now, or at the latest by the date each tells"
  },
  {
    what: "backups of the people register",
    why: "the name is still in those taken before; the same holds for them"
  },
  {
    what: "reports and award files",
    why: "texts that were opened stand in them as they were; destroy them, and tell whoever was sent one"
  },
  {
    what: "exports",
    why: "texts that were not sealed, and tables joined with names outside, stand in them as they were"
  },
  {
    what: "copies of the store from before texts were sealed",
    why: "a text that was never sealed is not closed by forgetting a key"
  },
  {
    what: "disks",
    why: "what was overwritten may still be on a disk that spares its cells; keep both files on an encrypted one"
  },
  {
    what: "correspondence, shared folders and paper",
    why: "this program knows of none of them"
  }
]
