// A property that fails has caught its mutant: nobody reads the counter-example, so none is looked for.
import * as fc from "fast-check"

fc.configureGlobal({ endOnFailure: true })
