//! What a policy is given, as JSON text: `{"user": …, "registration": …, "jwt": …, "id_token": …}`.
//!
//! A token has many claims and a user many fields of which a policy reads a few. The others are passed over while
//! the text is read, which is most of the time that a policy takes.

use super::claim::{Claim, Claims, Payload};
use super::evaluate::Input;
use super::rule::Policy;
use super::target::Object;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// The names of the claims and fields that a policy reads, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
    /// Fields of the user.
    pub user: Vec<String>,
    /// Fields of the registration.
    pub registration: Vec<String>,
    /// Claims of the userinfo.
    pub jwt: Vec<String>,
    /// Claims of the id token.
    #[serde(rename = "id_token")]
    pub id_token: Vec<String>,
}

impl Wanted {
    /// What `policy` reads.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let stamp = || vec!["insertInstant".to_owned()];
        let mut wanted = Self { user: stamp(), registration: stamp(), ..Self::default() };
        for field in &policy.fields {
            let name = field.target.field.clone();
            match field.target.object {
                Object::User => wanted.user.push(name),
                Object::Registration => wanted.registration.push(name),
            }
        }
        for claim in policy.claims() {
            let of_userinfo = !matches!(claim, Claim::Raw { payload: Payload::IdToken, .. });
            let of_id_token = !matches!(claim, Claim::Raw { payload: Payload::Userinfo, .. });
            for name in claim.made_of() {
                wanted.jwt.extend(of_userinfo.then(|| name.to_owned()));
                wanted.id_token.extend(of_id_token.then(|| name.to_owned()));
            }
        }
        for names in
            [&mut wanted.user, &mut wanted.registration, &mut wanted.jwt, &mut wanted.id_token]
        {
            names.sort_unstable();
            names.dedup();
        }
        wanted
    }
}

/// What a policy is given, as far as it reads it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Given {
    /// The user so far.
    pub user: Map<String, Value>,
    /// The registration so far, where there is one.
    pub registration: Option<Map<String, Value>>,
    /// The userinfo.
    pub userinfo: Map<String, Value>,
    /// The id token's claims, where there are any.
    pub id_token: Option<Map<String, Value>>,
}

impl Given {
    /// Reads `text` as far as it is `wanted`.
    ///
    /// # Errors
    ///
    /// Fails when it is not JSON, or one of the four is no object.
    pub fn read(text: &str, wanted: &Wanted) -> Result<Self, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let given = reader.deserialize_map(Parts(wanted))?;
        reader.end()?;
        Ok(given)
    }

    /// The same, as a policy is run on it.
    #[must_use]
    pub fn input(&self) -> Input<'_> {
        Input {
            user: &self.user,
            registration: self.registration.as_ref(),
            claims: Claims { userinfo: &self.userinfo, id_token: self.id_token.as_ref() },
        }
    }
}

/// Reads the four parts.
struct Parts<'w>(&'w Wanted);

impl<'de> Visitor<'de> for Parts<'_> {
    type Value = Given;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with `user`, `registration`, `jwt` and `id_token`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Given, A::Error> {
        let Self(wanted) = self;
        let mut given = Given::default();
        while let Some(part) = parts.next_key_seed(Key)? {
            match part {
                Part::User => {
                    given.user = parts.next_value_seed(Fields(&wanted.user))?.unwrap_or_default();
                }
                Part::Registration => {
                    given.registration = parts.next_value_seed(Fields(&wanted.registration))?;
                }
                Part::Userinfo => {
                    given.userinfo =
                        parts.next_value_seed(Fields(&wanted.jwt))?.unwrap_or_default();
                }
                Part::IdToken => {
                    given.id_token = parts.next_value_seed(Fields(&wanted.id_token))?;
                }
                Part::Other => {
                    parts.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(given)
    }
}

/// One of the four parts, or something else.
enum Part {
    User,
    Registration,
    Userinfo,
    IdToken,
    Other,
}

/// Reads a part's name without keeping it.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Part;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Part, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Part, E> {
        Ok(match name {
            "user" => Part::User,
            "registration" => Part::Registration,
            "jwt" => Part::Userinfo,
            "id_token" => Part::IdToken,
            _ => Part::Other,
        })
    }
}

/// Reads a field's name, and gives it where it is wanted.
struct Name<'w>(&'w [String]);

impl<'de, 'w> DeserializeSeed<'de> for Name<'w> {
    type Value = Option<&'w String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'w> Visitor<'_> for Name<'w> {
    type Value = Option<&'w String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let place = self.0.binary_search_by(|wanted| wanted.as_str().cmp(name));
        Ok(place.ok().and_then(|place| self.0.get(place)))
    }
}

/// Reads the wanted fields of an object, which may be null.
struct Fields<'w>(&'w [String]);

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = Option<Map<String, Value>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = Option<Map<String, Value>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut kept = Map::new();
        while let Some(name) = fields.next_key_seed(Name(self.0))? {
            if let Some(name) = name {
                kept.insert(name.clone(), fields.next_value()?);
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Some(kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn wanted() -> Wanted {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Wanted {
            user: names(&["insertInstant"]),
            registration: names(&["roles"]),
            jwt: names(&["__proto__", "name"]),
            id_token: names(&["name"]),
        }
    }

    #[test]
    fn only_what_is_wanted_is_kept() {
        let text = json!({
            "user": { "id": "u", "insertInstant": 1 },
            "registration": null,
            "jwt": { "other": [1], "__proto__": 2, "name": "Jane" },
            "more": {},
        });
        let given = Given::read(&text.to_string(), &wanted()).unwrap_or_default();
        assert_eq!(Value::Object(given.user), json!({ "insertInstant": 1 }));
        assert_eq!(Value::Object(given.userinfo), json!({ "__proto__": 2, "name": "Jane" }));
        assert_eq!((given.registration, given.id_token), (None, None));
    }

    #[test]
    fn no_key_of_a_claim_has_a_meaning_of_its_own() {
        let odd =
            json!({ "$serde_json::private::RawValue": "{", "$serde_json::private::Number": "x" });
        let text = json!({ "jwt": { "name": odd } }).to_string();
        let given = Given::read(&text, &wanted()).unwrap_or_default();
        assert_eq!(given.userinfo.get("name"), Some(&odd));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for text in ["", "[]", "{\"user\":[]}", "{\"jwt\":\"x\"}", "{} {}", "{\"user\":{}"] {
            assert!(Given::read(text, &wanted()).is_err(), "{text}");
        }
    }
}
