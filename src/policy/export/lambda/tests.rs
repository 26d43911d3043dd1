use super::lambda;
use crate::policy::read;
use serde_json::json;

#[test]
fn a_simple_policy_is_a_simple_lambda() {
    let policy = read(&json!({ "map": { "user.firstName": "given_name" } })).unwrap_or_default();
    let text = lambda(&policy).text;
    let expected = "function reconcile(user, registration, jwt, id_token) {
  const givenName = claim(jwt, id_token, 'given_name');
  const firstName = asText(givenName);
  if (firstName !== undefined) {
    user.firstName = firstName;
  }
}
";
    assert!(text.contains(expected), "{text}");
}
