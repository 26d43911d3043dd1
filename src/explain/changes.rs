//! What a login changes, field by field: by whom, and from which claims.

use super::States;
use crate::login::{Authorship, Journal, Writer};
use crate::mapping::Author;
use crate::model::fields::names_of_both;
use crate::model::{Registration, User, pointer};
use serde::Serialize;
use serde_json::{Map, Value};

/// What happened to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ChangeOp {
    /// It was empty and holds something now.
    Add,
    /// It holds something else.
    Replace,
    /// It is empty now.
    Remove,
}

/// One field that a login changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// What happened.
    pub op: ChangeOp,
    /// The field, such as `/user/firstName`.
    pub path: String,
    /// What it held; `null` for nothing.
    pub before: Value,
    /// What it holds now; `null` for nothing.
    pub after: Value,
    /// Who wrote it.
    pub by: WrittenBy,
    /// The claims it came from, as far as they are known.
    pub from: Vec<String>,
}

/// Who wrote a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WrittenBy {
    /// Who.
    pub kind: WriterKind,
    /// In which run, for lambdas and policies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<u8>,
    /// The policy rule or mapping.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Line of the assignment in the lambda, from 1, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column of the assignment, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

/// The kinds of writers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WriterKind {
    /// The linking strategy.
    Linking,
    /// A lambda or callback.
    Lambda,
    /// A policy.
    Policy,
    /// An attribute mapping.
    AttributeMapping,
    /// The application's default roles.
    DefaultRole,
    /// FusionAuth's bookkeeping: ids and instants.
    Login,
}

pub(super) fn of(states: &States<'_>, journal: &Journal) -> Vec<Change> {
    let mut changes = Changes { journal, list: Vec::new() };
    let blank_user = User::blank();
    let blank_registration = Registration::blank();
    if let (before, Some(after)) = states.user {
        let fresh = before.is_none().then_some(blank_user.fields());
        changes.object("/user", before.map(User::fields), after.fields(), fresh);
    }
    if let (before, Some(after)) = &states.registration {
        let fresh = before.is_none().then_some(blank_registration.fields());
        changes.object(
            "/registration",
            before.as_ref().map(Registration::fields),
            after.fields(),
            fresh,
        );
    }
    if let (before, Some(after)) = states.link {
        let before = before.map(crate::model::IdentityProviderLink::to_fields);
        changes.object("/link", before.as_ref(), &after.to_fields(), None);
    }
    changes.list
}

struct Changes<'a> {
    journal: &'a Journal,
    list: Vec<Change>,
}

impl Changes<'_> {
    /// `fresh` is what a new object prints by itself: not worth a line.
    fn object(
        &mut self,
        root: &str,
        before: Option<&Map<String, Value>>,
        after: &Map<String, Value>,
        fresh: Option<&Map<String, Value>>,
    ) {
        let nothing = Map::new();
        let before = before.unwrap_or(&nothing);
        for name in names_of_both(before, after) {
            // Registrations have their own lines.
            let is_told_elsewhere = root == "/user" && name == "registrations";
            let is_fresh = fresh.is_some_and(|fresh| fresh.get(name) == after.get(name));
            if !is_told_elsewhere && !is_fresh {
                self.value(&pointer::child(root, name), before.get(name), after.get(name));
            }
        }
    }

    fn value<'v>(&mut self, path: &str, before: Option<&'v Value>, after: Option<&'v Value>) {
        // A key with null holds nothing.
        let held = |value: Option<&'v Value>| value.filter(|value| !value.is_null());
        let (before, after) = (held(before), held(after));
        if before == after {
            return;
        }
        match (before, after) {
            (Some(Value::Object(before)), Some(Value::Object(after))) => {
                self.object(path, Some(before), after, None);
            }
            (None, Some(Value::Object(after))) if !after.is_empty() => {
                self.object(path, None, after, None);
            }
            (before, after) => {
                let op = match (before, after) {
                    (None, _) => ChangeOp::Add,
                    (_, None) => ChangeOp::Remove,
                    _ => ChangeOp::Replace,
                };
                let (by, from) = self.author(path);
                let (before, after) =
                    (before.cloned().unwrap_or_default(), after.cloned().unwrap_or_default());
                self.list.push(Change { op, path: path.to_owned(), before, after, by, from });
            }
        }
    }

    /// Whoever wrote this field, or the nearest one above it.
    fn author(&self, path: &str) -> (WrittenBy, Vec<String>) {
        let mut place = path;
        loop {
            if let Some(authorship) = self.journal.authorship.get(place) {
                return (written_by(authorship), authorship.from.clone());
            }
            match place.rsplit_once('/') {
                Some((above, _)) if !above.is_empty() => place = above,
                _ => {
                    return (
                        WrittenBy {
                            kind: WriterKind::Login,
                            run: None,
                            rule: None,
                            line: None,
                            column: None,
                        },
                        Vec::new(),
                    );
                }
            }
        }
    }
}

fn written_by(authorship: &Authorship) -> WrittenBy {
    let (kind, run) = match authorship.writer {
        Writer::Linking => (WriterKind::Linking, None),
        Writer::Reconciler(Author::Lambda, run) => (WriterKind::Lambda, Some(run)),
        Writer::Reconciler(Author::Policy, run) => (WriterKind::Policy, Some(run)),
        Writer::Reconciler(Author::AttributeMappings, run) => {
            (WriterKind::AttributeMapping, Some(run))
        }
        Writer::DefaultRole => (WriterKind::DefaultRole, None),
        Writer::Login => (WriterKind::Login, None),
    };
    let (line, column) = authorship.position.unzip();
    WrittenBy { kind, run, rule: authorship.rule.clone(), line, column }
}
