//! What the debug log says, and where it says nothing.

use super::stamp;
use crate::check;
use crate::explain::{self, Preview};
use crate::mapping::{Arguments, Author, EventLogType, Failure, Reconciled, Reconciler};
use crate::model::instant;
use serde_json::{Value, json};

const USER: &str = "00000000-0000-0001-0000-000000000001";
const LAMBDA: &str = "6e1f2d3c-4b5a-4978-8695-a4b3c2d1e0f9";

/// A lambda that changes nothing.
struct Nothing;

impl Reconciler for Nothing {
    fn author(&self) -> Author {
        Author::Lambda
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        Ok(Reconciled {
            user: arguments.user.clone(),
            registration: arguments.registration.cloned(),
            ..Reconciled::default()
        })
    }
}

/// The debug entry without the time of each line; empty where there is none.
fn debug_log(document: &Value) -> String {
    let Ok(scenario) = check::read_scenario(&document.to_string()) else {
        return "not a scenario".to_owned();
    };
    let Preview::One(outcome) = explain::preview(&scenario, Some(&mut Nothing)) else {
        return "not one login".to_owned();
    };
    let debug = outcome.event_log.iter().filter(|entry| entry.kind == EventLogType::Debug);
    let messages: Vec<_> = debug.map(|entry| entry.message.as_str()).collect();
    messages.concat().replace("1/1/2026 12:00:00 AM Z ", "")
}

/// A first login by e-mail with debug on.
fn first_login() -> Value {
    json!({
        "identityProvider": {
            "id": "p1",
            "name": "Cognito",
            "enabled": true,
            "debug": true,
            "linkingStrategy": "LinkByEmail",
        },
        "login": { "userinfo": { "sub": "7f3a", "email": "jane@example.com" } },
    })
}

/// The document with `value` as the member `key` of the object that `pointer` leads to.
fn with(mut document: Value, pointer: &str, key: &str, value: Value) -> Value {
    if let Some(Value::Object(members)) = document.pointer_mut(pointer) {
        members.insert(key.to_owned(), value);
    }
    document
}

#[test]
fn the_entry_says_what_reports_show() {
    let oauth2 = json!({
        "token_endpoint": "https://idp.example/token",
        "userinfo_endpoint": "https://idp.example/userinfo",
    });
    let link = json!({
        "identityProviderId": "p1", "identityProviderUserId": "7f3a", "userId": USER,
    });
    let linked = with(first_login(), "/identityProvider", "oauth2", oauth2);
    let lambda = json!({ "reconcileId": LAMBDA });
    let linked = with(linked, "/identityProvider", "lambdaConfiguration", lambda);
    let linked = with(linked, "", "users", json!([{ "id": USER }]));
    let linked = with(linked, "", "links", json!([link]));
    let expected = "\
OpenID Connect IdP Response Debug Log for [Cognito] with Id [p1]

Call the configured Token endpoint [https://idp.example/token]
Endpoint returned status code [200]
Call the configured Userinfo endpoint [https://idp.example/userinfo]
Endpoint returned status code [200]
Build a new user object from the returned Userinfo response:
{
  \"email\" : \"jane@example.com\",
  \"sub\" : \"7f3a\"
}
Linking strategy [LinkByEmail]
Resolved email to [jane@example.com]
Resolved unique Id to [7f3a]
Identity provider returned a unique Id [7f3a].
User with Id [00000000-0000-0001-0000-000000000001] is linked to this external user.
Invoke configured lambda with Id [6e1f2d3c-4b5a-4978-8695-a4b3c2d1e0f9]";
    assert_eq!(debug_log(&linked), expected);
}

#[test]
fn there_is_no_entry_without_the_flag_or_behind_a_closed_door() {
    for key in ["debug", "enabled"] {
        let quiet = with(first_login(), "/identityProvider", key, Value::Bool(false));
        assert_eq!(debug_log(&quiet), "", "{key}");
    }
}

#[test]
fn an_existing_user_is_named_by_the_address_and_a_new_one_not_at_all() {
    let last = |document: &Value| debug_log(document).lines().last().map(str::to_owned);
    let returned = "Identity provider returned a unique Id [7f3a].";
    assert_eq!(last(&first_login()).as_deref(), Some(returned));

    let users = json!([{ "id": USER, "email": "jane@example.com" }]);
    let known = with(first_login(), "", "users", users);
    let exists = "The user with the email address [jane@example.com] already exists.";
    assert_eq!(last(&known).as_deref(), Some(exists));

    let strategy = Value::from("LinkByUsername");
    let by_username = with(known, "/identityProvider", "linkingStrategy", strategy);
    assert_eq!(last(&by_username).as_deref(), Some(returned));
}

#[test]
fn a_value_that_nobody_sent_has_no_line() {
    let nameless = with(first_login(), "/login", "userinfo", json!({ "name": "Jane" }));
    let log = debug_log(&nameless);
    assert!(log.ends_with("Linking strategy [LinkByEmail]"), "{log}");
}

#[test]
fn without_keys_the_id_token_is_tried_with_the_client_secret() {
    let line = "No JSON Web Keys are available to attempt to verify the [id_token].";
    let oauth2 = json!({ "issuer": " ", "token_endpoint": "https://idp.example/token" });
    let by_hand = with(first_login(), "/identityProvider", "oauth2", oauth2);
    assert!(!debug_log(&by_hand).contains(line));

    let token = with(by_hand, "/login", "idToken", json!({ "sub": "7f3a" }));
    assert!(debug_log(&token).contains(line));
    let issuer = Value::from("https://idp.example");
    let discovered = with(token.clone(), "/identityProvider/oauth2", "issuer", issuer);
    assert!(!debug_log(&discovered).contains(line));
    let scope = Value::from("email");
    let not_asked = with(token.clone(), "/identityProvider/oauth2", "scope", scope);
    assert!(!debug_log(&not_asked).contains(line));
    assert!(!debug_log(&with(token, "", "fusionauth", Value::from("1.47"))).contains(line));
}

#[test]
fn a_type_whose_header_nobody_has_shown_has_no_entry() {
    // The type is not simulated everywhere, so the header is asked for alone.
    let header = |kind: &str| super::header(&json!({ "type": kind, "name": "x" }).into());
    assert_eq!(header("Google").as_deref(), Some("Google IdP Response Debug Log"));
    assert_eq!(header("Steam"), None);
}

#[test]
fn the_time_is_written_as_in_reports() {
    for (instant, written) in [
        ("2026-03-24T15:47:04Z", "3/24/2026 03:47:04 PM Z"),
        ("2020-04-06T02:27:52.999Z", "4/6/2020 02:27:52 AM Z"),
        ("2026-12-31T00:00:00Z", "12/31/2026 12:00:00 AM Z"),
        ("2026-12-31T12:05:09+02:00", "12/31/2026 10:05:09 AM Z"),
        ("1969-12-31T23:59:59.5Z", "12/31/1969 11:59:59 PM Z"),
    ] {
        assert_eq!(instant::parse(instant).map(stamp).as_deref(), Some(written));
    }
    assert_eq!(stamp(i64::MAX), "1/1/1970 12:00:00 AM Z");
}
