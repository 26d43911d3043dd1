/** The same logins under every strategy, and two mappings side by side. */
export function Compare() {
  return <p>Compare</p>;
}
