// The script of the page: the story under a hasher of pure JavaScript, since a page has no synchronous other one.
import type { Hasher } from "@lcqm/ledger"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import { storyFolded } from "./whole-story.ts"

const hasher: Hasher = { sha256, sha256Hex: (bytes) => bytesToHex(sha256(bytes)) }

Object.assign(globalThis, { tellStory: (seed: number) => storyFolded(hasher, seed) })
