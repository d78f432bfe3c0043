// The key ring and the people register in memory are put to their laws.
import { describeKeyRing, describePeopleRegister } from "@lcqm/testing/personal-data"
import { memoryKeyRing, memoryPeopleRegister } from "../src/index.ts"

describeKeyRing({ name: "memory", at: memoryKeyRing, lasting: false })
describePeopleRegister({ name: "memory", at: memoryPeopleRegister, lasting: false })
