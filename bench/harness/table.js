// The results as one markdown table: a line a ratio, ours first, then the peers, "–" where a peer has no such thing.

const columns = [
  ["lcqm", "Lcqm"],
  ["emmett", "Emmett"],
  ["castore", "Castore"],
  ["fmodel", "fmodel-ts"],
  ["hand", "by hand"]
]

const shown = (/** @type {number} */ ratio) => (ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2))

const units = {
  attemptsPerCommand: (/** @type {number} */ value) => `${value.toFixed(2)} attempts`,
  accepted: (/** @type {number} */ value) => `${Math.round(value * 100)} % accepted`,
  peakMegabytes: (/** @type {number} */ value) => `${Math.round(value)} MB`,
  milliseconds: (/** @type {number} */ value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}

const inUnits = (/** @type {Record<string, number>} */ values, before = "") =>
  Object.entries(values)
    .map(([name, value]) => `${before}${units[name](value)}`)
    .join(", ")

const told = (measured) => (measured.told === undefined ? "" : ` (${inUnits(measured.told)})`)

const ratioLimitOf = ({ limit }) => ("most" in limit ? `≤ ${limit.most}` : `≥ ${limit.least}`)

const limitOf = (line) => {
  const limits = [
    ...(line.limit === undefined ? [] : [ratioLimitOf(line)]),
    ...(line.told === undefined ? [] : ["1 attempt, all accepted"]),
    ...(line.atMost === undefined ? [] : [inUnits(line.atMost, "≤ ")])
  ]
  return limits.length === 0 ? "–" : limits.join(", ")
}

/** Whether a line's goal is met: by our ratio, or by the ratio to us where the line is a peer's against ours. */
export const verdictOf = (line, compared) => {
  const ours = compared.find(({ key, who }) => key === line.key && who === "lcqm")
  const judged = ours ?? compared.find(({ key }) => key === line.key)
  if (judged === undefined) return undefined
  const isOver = Object.entries(line.atMost ?? {}).some(([name, most]) => !(judged.told?.[name] <= most))
  if (isOver) return false
  if (line.limit !== undefined) {
    return "most" in line.limit ? judged.ratio <= line.limit.most : judged.ratio >= line.limit.least
  }
  if (line.told === undefined) return line.atMost === undefined ? undefined : true
  return Object.entries(line.told).every(([name, value]) => judged.told?.[name] === value)
}

/** @param {ReadonlyArray<import("../goals/comparing.js").Line>} lines */
export const tableOf = (lines, compared) => {
  const cell = (line, who) => {
    const measured = compared.find((each) => each.key === line.key && each.who === who)
    return measured === undefined ? "–" : `${shown(measured.ratio)}${told(measured)}`
  }
  const rows = lines.map((line) => {
    const met = verdictOf(line, compared)
    const verdict = met === undefined ? "for the record" : met ? "met" : "**missed**"
    return [line.goal, line.what, limitOf(line), ...columns.map(([who]) => cell(line, who)), verdict]
  })
  const head = ["goal", "ratio", "limit", ...columns.map(([, name]) => name), "goal met"]
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")
}
