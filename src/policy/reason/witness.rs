//! Claims of which something is so.

use super::super::claim::Claims;
use super::super::condition::Facts;
use crate::model::shorten;
use serde_json::{Map, Value};

/// A small set of claims.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Witness {
    /// The userinfo.
    pub(crate) userinfo: Map<String, Value>,
    /// The id token's claims, where one is needed.
    pub(crate) id_token: Option<Map<String, Value>>,
    /// Whether FusionAuth is about to create the user, where that matters.
    pub(crate) new_user: Option<bool>,
    /// The claims by the names that were asked for.
    pub(crate) asked: Vec<(String, Value)>,
}

impl Witness {
    /// The same, as conditions are asked about it.
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts { claims: self.claims(), new_user: self.new_user.unwrap_or(true) }
    }

    /// The claims, as a policy reads them.
    pub(crate) fn claims(&self) -> Claims<'_> {
        Claims { userinfo: &self.userinfo, id_token: self.id_token.as_ref() }
    }

    /// How large it is: how many claims, and how long they are.
    pub(super) fn size(&self) -> (usize, usize) {
        let length = self.asked.iter().map(|(_, value)| value.to_string().len()).sum();
        (self.asked.len(), length)
    }

    /// The claims in words.
    pub(crate) fn in_words(&self) -> String {
        let one = |(name, value): &(String, Value)| {
            format!("`{}` {}", shorten(name), shorten(&value.to_string()))
        };
        let mut words: Vec<String> = self.asked.iter().map(one).collect();
        if let Some(new_user) = self.new_user {
            words.push(if new_user { "a new user" } else { "a user who exists" }.to_owned());
        }
        if words.is_empty() { "no claims at all".to_owned() } else { words.join(", ") }
    }
}
