//! A made-up Cognito user, and how each form writes it down.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::date::in_words;

const POOL: &str = "eu-west-1_EXAMPLE";

/// A Cognito user, independent of every way to write one down.
#[derive(Debug, Clone)]
pub(crate) struct User {
    name: String,
    /// Standard attributes that are text, and custom ones.
    texts: Map<String, Value>,
    email_verified: Option<bool>,
    address: Option<String>,
    updated_at: Option<u32>,
    identities: Vec<Identity>,
    groups: Vec<String>,
    expires: u32,
}

#[derive(Debug, Clone)]
struct Identity {
    user_id: String,
    provider: String,
    issuer: Option<String>,
    primary: bool,
    created: u64,
}

impl Identity {
    /// With the real types, or with all of them text, as each form has them.
    fn print(&self, real: bool) -> Value {
        let (primary, created) = if real {
            (json!(self.primary), json!(self.created))
        } else {
            (json!(self.primary.to_string()), json!(self.created.to_string()))
        };
        json!({
            "userId": self.user_id, "providerName": self.provider, "providerType": "OIDC",
            "issuer": self.issuer, "primary": primary, "dateCreated": created,
        })
    }
}

fn identity() -> impl Strategy<Value = Identity> {
    let parts =
        ("[A-Za-z0-9_.@-]{1,30}", "[A-Za-z][A-Za-z0-9-]{0,20}", option::of("https://[a-z]{1,9}"));
    (parts, any::<bool>(), 0..u64::MAX).prop_map(
        |((user_id, provider, issuer), primary, created)| Identity {
            user_id,
            provider,
            issuer,
            primary,
            created,
        },
    )
}

pub(crate) fn user() -> impl Strategy<Value = User> {
    let names = prop_oneof![
        Just("given_name".to_owned()),
        Just("email".to_owned()),
        Just("locale".to_owned()),
        Just("__proto__".to_owned()),
        "custom:[a-zA-Z]{1,9}",
    ];
    let texts = btree_map(names, any::<String>(), 0..5);
    let profile =
        (option::of(any::<bool>()), option::of(any::<String>()), option::of(any::<u32>()));
    let lists = (vec(identity(), 0..3), vec("[A-Za-z0-9_.:/-]{1,12}", 0..4));
    ("[a-z0-9-]{1,36}", "\\PC{1,20}", texts, profile, lists, any::<u32>()).prop_map(
        |(
            sub,
            name,
            texts,
            (email_verified, address, updated_at),
            (identities, groups),
            expires,
        )| {
            let mut texts: Map<String, Value> =
                texts.into_iter().map(|(name, text)| (name, text.into())).collect();
            texts.insert("sub".to_owned(), sub.into());
            User { name, texts, email_verified, address, updated_at, identities, groups, expires }
        },
    )
}

impl User {
    /// The profile with every value as text.
    fn text_profile(&self, real_identities: bool) -> Map<String, Value> {
        let mut profile = self.texts.clone();
        let mut put = |name: &str, text: Option<String>| {
            profile.extend(text.map(|text| (name.to_owned(), Value::String(text))));
        };
        put("email_verified", self.email_verified.map(|verified| verified.to_string()));
        put("address", self.address.clone());
        put("updated_at", self.updated_at.map(|instant| instant.to_string()));
        put("identities", self.identities_json(real_identities));
        profile
    }

    fn identities_json(&self, real: bool) -> Option<String> {
        let list: Vec<_> = self.identities.iter().map(|identity| identity.print(real)).collect();
        (!list.is_empty()).then(|| Value::from(list).to_string())
    }

    pub(crate) fn id_token(&self) -> Value {
        let mut claims = self.texts.clone();
        let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
        put("cognito:username", json!(self.name));
        put("token_use", json!("id"));
        put("exp", json!(self.expires));
        self.email_verified.and_then(|verified| put("email_verified", json!(verified)));
        self.updated_at.and_then(|instant| put("updated_at", json!(instant)));
        self.address.as_ref().and_then(|address| put("address", json!({"formatted": address})));
        if !self.identities.is_empty() {
            put(
                "identities",
                self.identities.iter().map(|identity| identity.print(false)).collect(),
            );
        }
        if !self.groups.is_empty() {
            put("cognito:groups", json!(self.groups));
        }
        Value::Object(claims)
    }

    pub(crate) fn userinfo(&self) -> Value {
        let mut answer = self.text_profile(false);
        answer.insert("username".to_owned(), json!(self.name));
        Value::Object(answer)
    }

    pub(crate) fn listed(&self) -> Value {
        let attribute = |(name, value)| json!({"Name": name, "Value": value});
        let attributes: Vec<_> = self.text_profile(true).into_iter().map(attribute).collect();
        json!({"Username": self.name, "Enabled": true, "Attributes": attributes})
    }

    pub(crate) fn event(&self) -> Value {
        json!({
            "triggerSource": "TokenGeneration_HostedAuth", "userPoolId": POOL, "userName": self.name,
            "request": {
                "userAttributes": self.text_profile(true),
                "groupConfiguration": {"groupsToOverride": self.groups},
            },
        })
    }

    /// An API Gateway's claims: everything of the ID token as text.
    fn flattened(&self, exp: &str, groups: &str, identities: Option<String>) -> Value {
        let mut claims = self.text_profile(false);
        let mut put = |name: &str, value: &str| claims.insert(name.to_owned(), json!(value));
        put("cognito:username", &self.name);
        put("token_use", "id");
        put("exp", exp);
        self.address
            .as_ref()
            .and_then(|text| put("address", &json!({"formatted": text}).to_string()));
        identities.and_then(|text| put("identities", &text));
        if !self.groups.is_empty() {
            put("cognito:groups", groups);
        }
        Value::Object(claims)
    }

    pub(crate) fn rest(&self) -> Value {
        let identities = match self.identities.as_slice() {
            [one] => Some(one.print(false).to_string()),
            _ => self.identities_json(false),
        };
        self.flattened(&in_words(self.expires), &self.groups.join(","), identities)
    }

    pub(crate) fn http(&self) -> Value {
        let identities = self.identities_json(false);
        self.flattened(
            &self.expires.to_string(),
            &format!("[{}]", self.groups.join(" ")),
            identities,
        )
    }

    /// As [`User::http`], with the objects as the Go language prints them.
    pub(crate) fn http_in_go(&self) -> Value {
        let object = |one: &Identity| {
            let issuer = one.issuer.as_deref().unwrap_or("<nil>");
            let Identity { user_id, provider, primary, created, .. } = one;
            format!(
                "map[dateCreated:{created} issuer:{issuer} primary:{primary} providerName:{provider} \
                 providerType:OIDC userId:{user_id}]"
            )
        };
        let list: Vec<_> = self.identities.iter().map(object).collect();
        let identities = (!list.is_empty()).then(|| format!("[{}]", list.join(" ")));
        self.flattened(
            &self.expires.to_string(),
            &format!("[{}]", self.groups.join(" ")),
            identities,
        )
    }
}
