//! Why would a field get a value: which rules give it, and claims with which they do.
//!
//! What a rule does to a claim is turned round: from the value back through the table and the steps to what the
//! claim has to be. Together with the gates and the rule's condition that is a question about claims, and every
//! answer is tried by running the policy.

mod back;
mod route;
mod tried;

use super::ClaimSet;
use super::in_words::in_words;
use super::reason::{Question, Types, Undecided, Work, has_source, not};
use super::rule::{FieldRules, Policy, Rule, Write};
use super::target::Target;
use super::{Condition, read};
use crate::model::{Diagnostic, shorten};
use route::{Route, Routes};
use serde::Serialize;

pub(super) use back::{Wanted, through};

/// How a field gets a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// The field, as policies name it.
    pub target: String,
    /// The value that was asked for; absent where any is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The rules that give it, at most one way for each.
    pub ways: Vec<Way>,
    /// Why there is no way; absent where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How a rule gives the value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The rule.
    pub rule: String,
    /// Where it stands: a JSON Pointer into the policy.
    pub at: String,
    /// What has to be so, in words: the gates, the rule's condition, what it reads.
    pub conditions: Vec<String>,
    /// A small set of claims with which a new user gets the value; absent where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<ClaimSet>,
    /// Whether FusionAuth has to be about to create the user; absent where that does not matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_user: Option<bool>,
    /// Whether running the policy on the claims gave the value.
    pub confirmed: bool,
}

/// Says how a field gets a value. `question` is the field, such as `user.firstName`, or both, such as
/// `registration.roles=admin`.
///
/// ```
/// use reconcile_kit::{check, policy};
///
/// let policy = check::read_policy(r#"{
///     "map": { "registration.roles": { "from": "groups", "table": { "admins": "admin" } } }
/// }"#).expect("a valid policy");
/// let why = policy::why(&policy, "registration.roles=admin").expect("a field");
/// let claims = why.ways[0].claims.as_ref().expect("an example");
/// assert_eq!(claims.jwt["groups"], serde_json::json!(["admins"]));
/// ```
///
/// # Errors
///
/// Fails when the question names no field.
pub fn why(policy: &Policy, question: &str) -> Result<Why, Diagnostic> {
    let (target, value) = read_question(policy, question)?;
    let field = policy.fields.iter().find(|field| field.target == target);
    let ways: Vec<Way> = field.map_or_else(Vec::new, |field| {
        let mut asked = Asked { policy, field, value, work: Work::new() };
        (0..field.rules.len()).filter_map(|index| asked.way(index)).collect()
    });
    let reason = ways.is_empty().then(|| {
        let name = shorten(&target.name());
        if field.is_none() {
            format!("no rule writes `{name}`")
        } else if let Some(value) = value {
            format!("no claims give `{name}` the value `{}`", shorten(value))
        } else {
            format!("no claims give `{name}` a value")
        }
    });
    Ok(Why { target: target.name(), value: value.map(str::to_owned), ways, reason })
}

/// The field and the value. A name may have blanks at its end, or the sign that stands before values, so that what
/// the policy writes is looked for first.
fn read_question<'q>(
    policy: &Policy,
    question: &'q str,
) -> Result<(Target, Option<&'q str>), Diagnostic> {
    let signs = question.match_indices('=');
    let splits = signs.filter_map(|(at, _)| {
        Some((question.get(..at)?, Some(question.get(at.saturating_add(1)..)?)))
    });
    for (name, value) in std::iter::once((question, None)).chain(splits) {
        if let Ok(target) = Target::parse(name)
            && policy.fields.iter().any(|field| field.target == target)
        {
            return Ok((target, value));
        }
    }
    let (name, value) =
        question.split_once('=').map_or((question, None), |(name, value)| (name, Some(value)));
    let name = name.trim();
    let target = Target::parse(name).map_err(|fault| read::unknown_field(name, "", &fault))?;
    Ok((target, value))
}

struct Asked<'p, 'q> {
    policy: &'p Policy,
    field: &'p FieldRules,
    /// The value; none where any will do.
    value: Option<&'q str>,
    work: Work,
}

impl Asked<'_, '_> {
    fn way(&mut self, index: usize) -> Option<Way> {
        let rule = self.field.rules.get(index)?;
        let routes = match self.value {
            Some(value) => Routes::to(value, rule, &self.field.target),
            None => Routes::to_any(rule, &self.field.target),
        };
        let mut is_proved = routes.are_all;
        for route in &routes.routes {
            match self.walk(index, rule, route) {
                Ok(Some(way)) => return Some(way),
                Ok(None) => {}
                Err(_) => is_proved = false,
            }
        }
        // A way that could not be turned round is given in words alone.
        (!is_proved).then(|| Way {
            rule: rule.id.clone(),
            at: rule.at.clone(),
            conditions: self.in_words(rule, routes.routes.first()),
            claims: None,
            new_user: None,
            confirmed: false,
        })
    }

    /// The way by this route, where running the policy confirms it.
    fn walk(&mut self, index: usize, rule: &Rule, route: &Route) -> Result<Option<Way>, Undecided> {
        let Some(before) = self.before(index) else { return Ok(None) };
        let gates = self.policy.gates.iter().map(|gate| &gate.require);
        let fixed: Vec<&Condition> = gates.chain(&rule.when).chain(&route.conditions).collect();
        let certain = before.certain.iter();
        let mut question = Question::new(Types::Documented, fixed.into_iter().chain(certain));
        question.texts.clone_from(&route.texts);
        let (policy, field, value) = (self.policy, self.field, self.value);
        let mut confirm = |witness: &_| tried::gives(policy, field, rule, value, witness);
        let simple = question.clone();
        question.holding.extend(&before.likely);
        let mut found = question.solve_with(&mut self.work, &mut confirm);
        if !matches!(found, Ok(Some(_))) && !before.likely.is_empty() {
            found = simple.solve_with(&mut self.work, &mut confirm);
        }
        Ok(found?.map(|witness| Way {
            rule: rule.id.clone(),
            at: rule.at.clone(),
            conditions: self.in_words(rule, Some(route)),
            new_user: witness.new_user,
            claims: Some(witness.into()),
            confirmed: true,
        }))
    }

    /// What has to be so for the rules before not to decide; nothing where one always does.
    fn before(&self, index: usize) -> Option<Before> {
        let mut before = Before::default();
        if self.field.target.is_list() {
            return Some(before);
        }
        for rule in self.field.rules.iter().take(index) {
            // Everything is empty here, and a rule that writes on creation may be passed over.
            let ends = rule.always_ends() && rule.write != Write::OnCreate;
            match &rule.when {
                Some(when) if ends => before.certain.push(not(when.clone())),
                None if ends => return None,
                when => {
                    let source = has_source(rule);
                    let both = when.iter().cloned().chain([source]).collect();
                    before.likely.push(not(Condition::All(both)));
                }
            }
        }
        Some(before)
    }

    fn in_words(&self, rule: &Rule, route: Option<&Route>) -> Vec<String> {
        let gates = self.policy.gates.iter().map(|gate| &gate.require);
        let mut words: Vec<String> = gates.chain(&rule.when).map(in_words).collect();
        match (self.value, route) {
            (None, _) if rule.source.claims().is_empty() => {}
            (None, _) => words.push(in_words(&has_source(rule))),
            (Some(_), Some(route)) => words.extend(route.in_words()),
            (Some(value), None) => {
                words.push(format!("`{}` gives `{}`", shorten(&rule.id), shorten(value)));
            }
        }
        words
    }
}

#[derive(Default)]
struct Before {
    /// This is so, or the rule is not reached.
    certain: Vec<Condition>,
    /// This makes it reached.
    likely: Vec<Condition>,
}

#[cfg(test)]
mod tests;
