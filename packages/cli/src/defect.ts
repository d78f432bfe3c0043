// What is told of a defect of lcqm itself: that it is one, how to report it, and the stack only to who asks for it.

/** The text for stderr. */
export const defectText = (
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
  version: string
): string => {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const stack = error instanceof Error && (env["LCQM_DEBUG"] ?? "") !== "" ? `${error.stack ?? ""}\n` : ""
  return (
    `lcqm: this should not happen (${message}).\n` +
    `It is a defect of lcqm ${version} and not of what you gave it. Please report the command, its input and\n` +
    `what LCQM_DEBUG=1 prints in addition.\n${stack}`
  )
}
