// Versions for a person: a line each, as they stand on a day.
import { isShortNotice, noticeInDays, type Publication, type VersionStanding } from "@lcqm/core"
import { counted } from "../telling/counted.ts"
import { table } from "../telling/table.ts"

const commentsText = ({ received, unanswered }: VersionStanding["comments"]): string =>
  received === 0 ? "" : `${received}, ${unanswered === 0 ? "all answered" : `${unanswered} unanswered`}`

const statusText = ({ consultation, latest, status, withdrawnOn }: VersionStanding): string => {
  if (status === "withdrawn") return `withdrawn ${withdrawnOn ?? ""}`.trimEnd()
  if (status === "in consultation") return `in consultation until ${consultation?.until ?? ""}`
  return latest ? `${status}, latest` : status
}

/** The versions, a line each. */
export const versionsText = (versions: ReadonlyArray<VersionStanding>, none: string): string =>
  versions.length === 0
    ? none
    : table(
        [
          { title: "Version" },
          { title: "Id" },
          { title: "Status" },
          { title: "Published" },
          { title: "In force from" },
          { title: "Comments" },
          { title: "Guidance", align: "right" }
        ],
        versions.map((each) => [
          each.version,
          each.id,
          statusText(each),
          each.published?.publishedOn ?? "",
          each.published?.inForceFrom ?? "",
          commentsText(each.comments),
          each.guidance === 0 ? "" : each.guidance
        ])
      )

/** What a person is told of a publication: how to enrol by it, and what is unusual about it. */
export const publishedText = (
  flag: "--criteria" | "--rule",
  version: string,
  publication: Omit<Publication, "hash"> & { readonly unanswered?: number }
): string => {
  const { inForceFrom, unanswered } = publication
  const notice = noticeInDays(publication)
  return [
    `Schools enrol by it with ${flag} ${version}, from ${inForceFrom} on.\n`,
    isShortNotice(publication)
      ? `That is ${notice === undefined ? "short" : counted(notice, "day's", "days'")} notice; two months are usual.\n`
      : "",
    unanswered === undefined
      ? ""
      : `${counted(unanswered, "comment was", "comments were")} not answered by then; answers may still be given.\n`
  ].join("")
}
