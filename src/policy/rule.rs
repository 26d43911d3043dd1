//! A policy that was read: gates, and rules by field.

use super::claim::{Claim, Provider};
use super::condition::Condition;
use super::table::{Table, Unlisted};
use super::target::{self, Target};
use super::transform::Transform;
use crate::model::{Diagnostic, Kind, LinkingStrategy};
use serde_json::Value;

/// A policy that can be run any number of times.
///
/// ```
/// use reconcile_kit::check;
///
/// let policy = check::read_policy(r#"{ "map": { "user.firstName": "given_name" } }"#)
///     .expect("a valid policy");
/// assert_eq!(policy.fields[0].rules[0].id, "user.firstName");
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Policy {
    /// What it is called.
    pub name: Option<String>,
    /// Whose claims it maps.
    pub provider: Provider,
    /// The linking strategy that it is written for.
    pub strategy: Option<LinkingStrategy>,
    /// What has to hold for a login to go on, in order.
    pub gates: Vec<Gate>,
    /// The fields that it writes, by name.
    pub fields: Vec<FieldRules>,
    /// What was noticed while the document was read.
    pub(crate) notes: Vec<Diagnostic>,
}

/// What has to hold for a login to go on.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Its name in explanations.
    pub id: String,
    /// Where it stands: a JSON Pointer into the policy.
    pub at: String,
    /// What has to hold.
    pub require: Condition,
    /// The code of the refusal.
    pub code: Option<String>,
    /// The message of the refusal.
    pub message: String,
}

/// A field, and the rules that may write it.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldRules {
    /// The field.
    pub target: Target,
    /// Where it stands: a JSON Pointer into the policy.
    pub at: String,
    /// The rules. The first one that gives a value decides; of a list each one adds to it.
    pub rules: Vec<Rule>,
    /// What the field holds, looked up once.
    pub(super) kind: Option<Kind>,
    /// The field's JSON Pointer, printed once.
    pub(super) path: String,
}

impl FieldRules {
    pub(super) fn new(target: Target, at: String, rules: Vec<Rule>) -> Self {
        Self { kind: target.kind(), path: target.pointer(), target, at, rules }
    }

    /// Whether the field holds a list to which each of its rules adds.
    pub(super) fn holds_a_list(&self) -> bool {
        self.kind.is_some_and(target::is_list)
    }
}

/// What a field becomes.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Its name in explanations.
    pub id: String,
    /// Where it stands: a JSON Pointer into the policy.
    pub at: String,
    /// What it reads.
    pub source: Source,
    /// What is done to that.
    pub transforms: Vec<Transform>,
    /// What values become.
    pub table: Option<Table>,
    /// The value where none came out.
    pub default: Option<Value>,
    /// The rule counts only when this holds.
    pub when: Option<Condition>,
    /// When the field is written.
    pub write: Write,
    /// What happens to the field when no value came out.
    pub missing: Missing,
    /// What happens when a value has the wrong type or form.
    pub unusable: Unusable,
}

/// What a rule reads.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// The first of these claims that is there.
    FirstOf(Vec<Claim>),
    /// The texts of these claims, joined.
    Join {
        /// The claims.
        parts: Vec<Claim>,
        /// What stands between.
        with: String,
    },
    /// Always this.
    Constant(Value),
}

impl Source {
    /// The claims that it reads.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        match self {
            Self::FirstOf(claims) | Self::Join { parts: claims, .. } => claims,
            Self::Constant(_) => &[],
        }
    }
}

impl Rule {
    /// Whether it gives a constant as it stands in the policy.
    #[must_use]
    pub const fn is_plain_constant(&self) -> bool {
        matches!(self.source, Source::Constant(_))
            && self.transforms.is_empty()
            && self.table.is_none()
    }

    /// Whether it gives a value, or empties the field, whatever the claims are.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.is_plain_constant() || self.default.is_some() || self.missing == Missing::Clear
    }
}

/// When a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Write {
    /// At every login.
    #[default]
    Always,
    /// Only when its object is about to be created.
    OnCreate,
    /// Only while it is empty.
    IfEmpty,
    /// At every login, keeping the entries that the list has.
    Add,
}

/// What happens to a field when no value came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is emptied.
    Clear,
    /// The login is refused.
    Reject,
}

/// What happens when a value has the wrong type or form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unusable {
    /// It is left out.
    #[default]
    Skip,
    /// The login is refused.
    Reject,
}

impl Rule {
    /// Whether a value alone that the table leaves out adds nothing to the list in `target`, as a list does whose
    /// entries are all left out. Otherwise it counts as missing, and a role that it gave before would stay.
    pub(super) fn drops_to_nothing(&self, target: &Target) -> bool {
        let drops = self.table.as_ref().is_some_and(|table| table.unlisted == Unlisted::Drop);
        drops && target.is_list() && self.default.is_none() && self.missing == Missing::Keep
    }
}

impl Policy {
    /// Every rule, with the field that it writes.
    pub fn rules(&self) -> impl Iterator<Item = (&Target, &Rule)> {
        self.fields.iter().flat_map(|field| field.rules.iter().map(|rule| (&field.target, rule)))
    }

    /// Every condition: of the gates, and of the rules.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let gates = self.gates.iter().map(|gate| &gate.require);
        gates.chain(self.rules().filter_map(|(_, rule)| rule.when.as_ref()))
    }

    /// Every claim that is read.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        let sources = self.rules().flat_map(|(_, rule)| rule.source.claims());
        self.conditions().flat_map(Condition::claims).chain(sources)
    }
}

impl Rule {
    /// Whether it ends its field whenever its condition holds: it gives a value, empties the field, or refuses.
    pub(crate) fn always_ends(&self) -> bool {
        self.is_certain() || self.missing == Missing::Reject
    }

    /// Whether it makes the same of the same claims, whatever its condition.
    pub(crate) fn gives_the_same_as(&self, other: &Self) -> bool {
        (&self.source, &self.transforms, &self.table, &self.default)
            == (&other.source, &other.transforms, &other.table, &other.default)
            && (self.write, self.missing, self.unusable)
                == (other.write, other.missing, other.unusable)
    }
}
