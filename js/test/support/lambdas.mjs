// Small lambdas that several tests use.

/** Fills the name from the claims, and says so. */
export const NAMES = `function reconcile(user, registration, jwt) {
  user.firstName = jwt.given_name;
  if (!jwt.given_name) {
    throw new Error("nobody without a name");
  }
  console.info("hello " + jwt.given_name);
}
`;

/** Is no JavaScript, from line 2 on. */
export const BROKEN = "function reconcile(user) {\n  user.firstName = ;\n}\n";

/** Does not end. */
export const ENDLESS = "function reconcile() { for (;;) {} }";
