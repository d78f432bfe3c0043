import { brokenSubscriptions } from "../../src/store/broken/subscriptions.ts"
import { expectToFailJustTheirLaws } from "./failing-just.ts"

expectToFailJustTheirLaws(brokenSubscriptions)
