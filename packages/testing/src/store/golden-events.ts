// Events as they were recorded once, to the byte. Never edited: a program that no longer reads one of them has
// lost somebody's history. New versions are added at the end.
import type { Stamped } from "@lcqm/core"
import { eventId, metadataOf, stamp } from "./stamping.ts"
import { Filed, NamedV2, Toned } from "./test-catalogue.ts"

/** A recorded text, its leaf hash, and the event it reads as today. */
export interface GoldenEvent {
  readonly text: string
  readonly leafHash: string
  readonly event: Stamped
}

/** One of every type and version of the suite's catalogue. */
export const goldenEvents: ReadonlyArray<GoldenEvent> = [
  {
    text: '{"data":{"n":-0.5,"note":"caf\u00e9 \u2028 \\u0000 \ud83e\udd86"},"id":"00000000-0000-8000-8000-000000000001","metadata":{"actor":{"person":"p-12345678","role":"SchemeOffice"},"commandDigest":"0000000000000000000000000000000000000000000000000000000000000001","commandId":"command-1","correlationId":"command-1","occurredOn":"2017-06","recordedAt":"2017-07-14T02:40:00.000Z","salt":"00000000000000000000000000000001"},"revision":0,"stream":"golden-1","type":"Noted.v1"}',
    leafHash: "2978885846a6820ef579a6221900f95917d6374fd018944b16bf54152e511744",
    event: stamp(1, "golden-1", 0, { data: { n: -0.5, note: "caf\u00e9 \u2028 \u0000 \ud83e\udd86" } })
  },
  {
    text: '{"data":{"answers":["",1e+21,true,null],"id":"i","metadata":{"recordedAt":"r","tags":{"a":"1","b":"2"}},"position":null,"revision":9,"stream":"s","type":"t"},"id":"00000000-0000-8000-8000-000000000002","metadata":{"actor":{"person":"p-12345678","role":"SchemeOffice"},"causationId":"00000000-0000-8000-8000-000000000001","commandDigest":"0000000000000000000000000000000000000000000000000000000000000002","commandId":"command-2","correlationId":"command-2","occurredOn":"2017-06","recordedAt":"2017-07-14T02:40:00.000Z","salt":"00000000000000000000000000000002"},"revision":1,"stream":"golden-1","type":"Filed.v1"}',
    leafHash: "6f8109c198c10ea7cd21a49bf5c1ef6bad72e38c7fe323eb5d383732fae942c2",
    event: {
      ...stamp(2, "golden-1", 1, {
        type: Filed.type,
        data: {
          id: "i",
          stream: "s",
          revision: 9,
          type: "t",
          position: null,
          answers: ["", 1e21, true, null],
          metadata: { recordedAt: "r", tags: { b: "2", a: "1" } }
        }
      }),
      metadata: { ...metadataOf(2), causationId: eventId(1) }
    }
  },
  {
    text: '{"data":{"name":"Ada Lovelace"},"id":"00000000-0000-8000-8000-000000000003","metadata":{"actor":{"person":"p-12345678","role":"SchemeOffice"},"commandDigest":"0000000000000000000000000000000000000000000000000000000000000003","commandId":"command-3","correlationId":"command-3","occurredOn":"2017-06","recordedAt":"2017-07-14T02:40:00.000Z","salt":"00000000000000000000000000000003"},"revision":4294967296,"stream":"golden-2","type":"Named.v1"}',
    leafHash: "60bc0d52e3933816f3b5b4a382c8b02f3021e64c05cec4f21a645e40351a9d06",
    event: stamp(3, "golden-2", 4294967296, {
      type: NamedV2.type,
      data: { first: "Ada Lovelace", last: null }
    })
  },
  {
    text: '{"data":{"first":"Ada","last":null},"id":"00000000-0000-8000-8000-000000000004","metadata":{"actor":{"person":"p-12345678","role":"SchemeOffice"},"commandDigest":"0000000000000000000000000000000000000000000000000000000000000004","commandId":"command-4","correlationId":"command-4","occurredOn":"2017-06","recordedAt":"2017-07-14T02:40:00.000Z","salt":"00000000000000000000000000000004"},"revision":9007199254740991,"stream":"golden-2","type":"Named.v2"}',
    leafHash: "44f763190b88195093a77ddbb785c6cf320129551a97bdacf40fd14d2e45a483",
    event: stamp(4, "golden-2", 9007199254740991, { type: NamedV2.type, data: { first: "Ada", last: null } })
  },
  {
    text: '{"data":{"n":5},"id":"00000000-0000-8000-8000-000000000005","metadata":{"actor":{"person":"p-12345678","role":"SchemeOffice"},"commandDigest":"0000000000000000000000000000000000000000000000000000000000000005","commandId":"command-5","correlationId":"command-5","occurredOn":"2017-06","recordedAt":"2017-07-14T02:40:00.000Z","salt":"00000000000000000000000000000005"},"revision":7,"stream":"golden-3","type":"Get\u00f6nt\ud83e\udd86\u2028xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.v1"}',
    leafHash: "6269cf0763c78f19d2ed68180bdc7e7853127b00960b8b02d4f560a93f775b91",
    event: stamp(5, "golden-3", 7, { type: Toned.type, data: { n: 5 } })
  }
]
