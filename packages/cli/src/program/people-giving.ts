// The flags of commands over what is kept of people outside the log.

/** Which people register. */
export const people = ["--people <FILE>", "the people register (default: LCQM_PEOPLE)"] as const

/** Which key ring. */
export const keys = ["--keys <FILE>", "the key ring (default: LCQM_KEYS)"] as const

/** What opens it. */
export const masterKey = [
  "--master-key <FILE>",
  "the file of the ring's master key (default: LCQM_MASTER_KEY_FILE)"
] as const

/** What is said where it is lost. */
export const lostMasterKey = [
  "--lost-master-key",
  "the ring's master key is lost: go on without opening any key"
] as const
