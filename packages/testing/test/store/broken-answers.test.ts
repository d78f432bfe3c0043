import { brokenAnswers } from "../../src/store/broken/answers.ts"
import { expectToFailJustTheirLaws } from "./failing-just.ts"

expectToFailJustTheirLaws(brokenAnswers)
