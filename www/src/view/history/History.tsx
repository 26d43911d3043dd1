/** Several logins in a row, and what became of the user. */
export function History() {
  return <p>History</p>;
}
