// A second assessor supports a level on the judgements as they are: where one of them changes, the support falls.
import type { Draft } from "../../draft.ts"

/** No second assessor supports a level any more. */
export const forgetSupport = (draft: Draft): void => {
  if (draft.afterwards.support !== undefined) draft.afterwards = { ...draft.afterwards, support: undefined }
}
