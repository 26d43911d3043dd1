// How a login ends that lets nobody in. Statuses are those of docs/outcome.md.

/** The person is refused; nothing is stored. */
export function refusal(status, code) {
  return { status, decision: "reject", error: code, user: null, registration: null, link: null };
}
