/** What somebody has to know who sees the page for the first time. */
export const GUIDANCE = [
  "You see the login of a Cognito user. Paste your own token, or open another example.",
  "Change something: the linking strategy, a claim, the lambda or the policy.",
  "The outcome says at once which FusionAuth user they become, and why.",
] as const;
