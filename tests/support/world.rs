//! Random worlds: an identity provider, users, links, a lambda, and somebody who logs in. Names come from a
//! small pool, so that people meet.

use crate::scripted::Op;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

pub(crate) const STRATEGIES: [&str; 7] = [
    "LinkByEmail",
    "LinkByEmailForExistingUser",
    "LinkByUsername",
    "LinkByUsernameForExistingUser",
    "LinkAnonymously",
    "CreatePendingLink",
    "Disabled",
];
pub(crate) const APPLICATION: &str = "3c219e58-ed0e-4b18-ad48-f4f92793ae32";
const PROVIDER: &str = "a1f7c3d2-5b0e-4c8a-9d61-7e2f4b8c0a11";
const OTHER_PROVIDER: &str = "b2e8d4c3-6c1f-4d9b-8e72-8f3a5c9d1b22";
const TENANTS: [&str; 2] =
    ["30663132-6464-6665-3032-326466613934", "31773243-7575-7776-4143-437577724045"];
const USERS: [&str; 4] = [
    "00000000-0000-0001-0000-000000000001",
    "00000000-0000-0001-0000-000000000002",
    "00000000-0000-0001-0000-000000000003",
    "00000000-0000-0001-0000-000000000004",
];
const NAMES: [&str; 4] = ["jane", "John", "nina", "omar@example.com"];
const PEOPLE: [&str; 3] = ["sub-1", "sub-2", "sub-3"];
const VERSIONS: [&str; 7] = ["1.28", "1.31", "1.37", "1.48", "1.59", "1.65", "1.70"];

/// A scenario with one login, and the lambda that runs in it.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) scenario: Value,
    pub(crate) lambda: Option<Vec<Op>>,
}

/// Any world.
pub(crate) fn any_world() -> impl Strategy<Value = World> {
    let people = (subsequence(&USERS[..], 0..=4), vec(any_user(), 4), links());
    let setting = (any_provider(), application(), any_options());
    let lambda = option::of(any_lambda());
    (people, setting, any_login(), lambda).prop_map(|(people, setting, login, lambda)| {
        let (ids, details, links) = people;
        let (provider, application, options) = setting;
        let users = with_ids(&ids, &details);
        let links = links.into_iter().filter(|link| ids.iter().any(|id| link["userId"] == **id));
        let mut scenario = options;
        scenario.insert("identityProvider".to_owned(), provider);
        scenario.insert("application".to_owned(), application);
        scenario.insert("users".to_owned(), Value::Array(users));
        scenario.insert("links".to_owned(), links.collect());
        scenario.insert("login".to_owned(), of_known_users(login, &ids));
        World { scenario: Value::Object(scenario), lambda }
    })
}

/// The login without a pending link that is completed by nobody.
fn of_known_users(mut login: Value, ids: &[&str]) -> Value {
    if let Some(fields) = login.as_object_mut() {
        fields.retain(|key, user| key != "pendingLinkUserId" || ids.iter().any(|id| user == *id));
    }
    login
}

/// The application, whose tenant may be unknown.
fn application() -> impl Strategy<Value = Value> {
    mostly(true).prop_map(|has_tenant| {
        let roles = json!([{"name": "user", "isDefault": true}, {"name": "admin"}]);
        let mut application = json!({"id": APPLICATION, "name": "Shop", "roles": roles});
        put(&mut application, "tenantId", has_tenant.then_some(TENANTS[0]));
        application
    })
}

/// Mostly OpenID Connect; of the others those whose answers name a person by the same claims, and the connector.
const TYPES: [&str; 12] = [
    "OpenIDConnect",
    "OpenIDConnect",
    "OpenIDConnect",
    "OpenIDConnect",
    "OpenIDConnect",
    "ExternalJWT",
    "Google",
    "Apple",
    "Twitch",
    "EpicGames",
    "HYPR",
    "LDAP",
];

fn any_provider() -> impl Strategy<Value = Value> {
    let switches = (mostly(true), mostly(true), option::of(any::<bool>()));
    let limit = option::of((any::<bool>(), 1..3));
    let username = option::of(select(&["username", "nickname"][..]));
    ((select(&STRATEGIES[..]), select(&TYPES[..])), switches, limit, username).prop_map(
        |((strategy, kind), (enabled, for_application, creates), limit, username)| {
            let mut settings = json!({"enabled": for_application});
            put(&mut settings, "createRegistration", creates);
            let mut provider = json!({
                "id": PROVIDER, "type": kind, "name": "Cognito", "enabled": enabled,
                "linkingStrategy": strategy, "applicationConfiguration": {APPLICATION: settings},
            });
            put(&mut provider, "oauth2", username.map(|claim| json!({"usernameClaim": claim})));
            let limit = limit.map(|(enabled, most)| {
                json!({TENANTS[0]: {"limitUserLinkCount": {"enabled": enabled, "maximumLinks": most}}})
            });
            put(&mut provider, "tenantConfiguration", limit);
            provider
        },
    )
}

fn any_login() -> impl Strategy<Value = Value> {
    let verified =
        vec![json!(true), json!(false), json!("true"), json!("false"), json!(""), json!(null)];
    let claims = (
        option::weighted(0.95, select(&PEOPLE[..])),
        option::weighted(0.8, select(&NAMES[..])),
        option::weighted(0.7, select(verified)),
        option::weighted(0.7, select(&NAMES[..])),
    );
    let request = (mostly(false), option::of(select(&USERS[..])), mostly(true));
    (claims, request).prop_map(|((sub, email, verified, name), (no_link, pending, in_userinfo))| {
        let mut claims = json!({"given_name": "Nora"});
        put(&mut claims, "sub", sub);
        put(&mut claims, "email", email.map(address));
        put(&mut claims, "email_verified", verified);
        put(&mut claims, "preferred_username", name);
        put(&mut claims, "username", name.or(sub));
        let (userinfo, id_token) =
            if in_userinfo { (claims, None) } else { (json!({}), Some(claims)) };
        let mut login = json!({"userinfo": userinfo, "noLink": no_link});
        put(&mut login, "idToken", id_token);
        put(&mut login, "pendingLinkUserId", pending);
        login
    })
}

/// A user without id and identities, which have to be different for each.
fn any_user() -> impl Strategy<Value = Value> {
    let registration = option::of(vec(select(&["user", "admin"][..]), 0..2));
    let state = (option::weighted(0.5, mostly(true)), option::weighted(0.1, Just(5_i64)));
    (select(&TENANTS[..]), state, registration, any::<[bool; 2]>()).prop_map(
        |(tenant, (active, expiry), roles, [has_email, has_username])| {
            let mut user =
                json!({"tenantId": tenant, "firstName": "Jo", "kept": {"as": ["it", null, "is"]}});
            put(&mut user, "active", active);
            put(&mut user, "expiry", expiry);
            put(&mut user, "email", has_email.then_some(""));
            put(&mut user, "username", has_username.then_some(""));
            let registrations =
                roles.map(|roles| json!([{"applicationId": APPLICATION, "roles": roles}]));
            put(&mut user, "registrations", registrations);
            user
        },
    )
}

/// The n-th user has the n-th id and name.
fn with_ids(ids: &[&str], details: &[Value]) -> Vec<Value> {
    let users = ids.iter().zip(details).enumerate();
    let named = users.map(|(index, (id, details))| {
        let mut user = details.clone();
        put(&mut user, "id", Some(*id));
        for (field, value) in
            [("email", address(NAMES[index])), ("username", NAMES[index].to_owned())]
        {
            if user.get(field).is_some() {
                put(&mut user, field, Some(value));
            }
        }
        user
    });
    named.collect()
}

fn links() -> impl Strategy<Value = Vec<Value>> {
    let one = (select(&USERS[..]), mostly(true));
    vec(option::of(one), PEOPLE.len()).prop_map(|links| {
        let made = PEOPLE.iter().zip(links).filter_map(|(person, link)| {
            let (user, here) = link?;
            let provider = if here { PROVIDER } else { OTHER_PROVIDER };
            Some(json!({
                "identityProviderId": provider, "identityProviderUserId": person, "userId": user,
                "insertInstant": 1, "made": "before",
            }))
        });
        made.collect()
    })
}

fn any_options() -> impl Strategy<Value = Map<String, Value>> {
    let choices = [
        ("undefined-write", "keeps"),
        ("roles-on-create", "merge"),
        ("email-verified-check", "before-lambda"),
        ("string-false-email-verified", "ignored"),
        ("inactive-user", "denied-first"),
        ("username-case", "sensitive"),
        ("lambda-on-pending", "runs"),
        ("login-validation-denial", "rolled-back"),
    ];
    let count = choices.len();
    let assumptions = subsequence(choices.to_vec(), 0..=count);
    (select(&VERSIONS[..]), assumptions, option::weighted(0.1, Just(()))).prop_map(
        |(version, assumptions, denial)| {
            let mut options = json!({"fusionauth": version, "now": "2026-01-01T00:00:00Z"});
            let assumptions: Map<_, _> = assumptions
                .into_iter()
                .map(|(id, choice)| (id.to_owned(), json!(choice)))
                .collect();
            put(&mut options, "assumptions", Some(assumptions));
            let denial = denial
                .map(|()| json!({"generalErrors": [{"code": "[blocked]", "message": "No."}]}));
            put(&mut options, "loginValidation", denial);
            options.as_object().cloned().unwrap_or_default()
        },
    )
}

/// A few steps of what lambdas do.
fn any_lambda() -> impl Strategy<Value = Vec<Op>> {
    let steps = json!([
        {"set": "/user/firstName", "from": "/jwt/given_name"},
        {"set": "/user/email", "from": "/jwt/email"},
        {"set": "/user/email", "value": "john@example.com"},
        {"set": "/user/email", "value": "somebody@else.example"},
        {"set": "/user/username", "value": "jane"},
        {"set": "/user/birthDate", "value": "yesterday"},
        {"set": "/user/active", "value": true},
        {"undefine": "/user/firstName"},
        {"unset": "/user/email"},
        {"set": "/registration/roles", "value": ["admin", "owner"]},
        {"set": "/registration/data/plan", "value": "gold"},
        {"throw": "no department"},
    ]);
    let steps: Vec<Op> = serde_json::from_value(steps).unwrap();
    let count = steps.len();
    subsequence(steps, 0..=count / 3)
}

fn address(name: &str) -> String {
    if name.contains('@') { name.to_owned() } else { format!("{name}@example.com") }
}

fn mostly(usual: bool) -> impl Strategy<Value = bool> {
    prop::bool::weighted(if usual { 0.9 } else { 0.1 })
}

/// Sets a key of an object, if there is something to set.
pub(crate) fn put(object: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let (Some(fields), Some(value)) = (object.as_object_mut(), value) {
        fields.insert(key.to_owned(), value.into());
    }
}
