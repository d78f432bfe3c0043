// The key ring and the people register in files are put to their laws.
import { describeKeyRing, describePeopleRegister } from "@lcqm/testing/personal-data"
import { sqliteKeyRing, sqlitePeopleRegister } from "../../src/index.ts"
import { pathOf } from "../places.ts"
import { master } from "./kept.ts"

const masterKey = master()

describeKeyRing({
  name: "sqlite",
  at: (place) => sqliteKeyRing(pathOf(`keys-${place}`), { masterKey }),
  lasting: true
})
describePeopleRegister({
  name: "sqlite",
  at: (place) => sqlitePeopleRegister(pathOf(`register-${place}`)),
  lasting: true
})
