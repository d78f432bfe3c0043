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
    what: "reports and exports made with --texts",
    why: "texts that were opened stand in them as they were, and each says so; destroy them, and tell whoever was sent one"
  },
  {
    what: "what was kept of school texts, person report --texts, and other answers with --texts",
    why: "it holds the same; look where output was piped or copied to"
  },
  {
    what: "reports, award files and exports of texts that were never sealed",
    why: "those texts, and tables joined with names outside, stand in them as they were"
  },
  {
    what: "files of commands",
    why: "those given to lcqm do, or to a program of yours, hold texts as they were written"
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
