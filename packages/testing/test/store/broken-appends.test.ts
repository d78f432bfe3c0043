import { brokenAppends } from "../../src/store/broken/appends.ts"
import { expectToFailJustTheirLaws } from "./failing-just.ts"

expectToFailJustTheirLaws(brokenAppends)
