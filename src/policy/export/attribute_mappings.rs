//! A policy of plain copies as FusionAuth's own attribute mappings (since FusionAuth 1.65).

use super::Exported;
use crate::model::object::object;
use crate::model::{Diagnostic, Kind, Writable, find_field, pointer, shorten};
use crate::policy::canonical::Form;
use crate::policy::claim::{Claim, Payload};
use crate::policy::rule::{FieldRules, Missing, Policy, Rule, Source, Unusable, Write};
use crate::policy::target::Target;
use serde_json::{Map, Value};

/// `policy` as the JSON object to put into an identity provider, where every rule is a plain copy of a claim.
///
/// ```
/// use reconcile_kit::{check, policy::export};
///
/// let policy = check::read_policy(r#"{ "map": { "user.firstName": "jwt.given_name" } }"#)
///     .expect("a valid policy");
/// let exported = export::attribute_mappings(&policy);
/// assert!(exported.text.contains(r#""user.firstName": "jwt.given_name""#));
/// ```
#[must_use]
pub fn attribute_mappings(policy: &Policy) -> Exported {
    let mut errors: Vec<Diagnostic> = policy
        .gates
        .iter()
        .map(|gate| no_copy(&gate.at, &gate.id, &["it refuses logins".to_owned()]))
        .collect();
    let (mut mappings, mut notes) = (Map::new(), Vec::new());
    for field in &policy.fields {
        for rule in &field.rules {
            let obstacles = obstacles(field, rule);
            if !obstacles.is_empty() {
                errors.push(no_copy(&rule.at, &rule.id, &obstacles));
                continue;
            }
            notes.extend(differences(&field.target, rule));
            for claim in rule.source.claims() {
                mappings.insert(field.target.name(), Value::String(source(claim)));
            }
        }
    }
    if !errors.is_empty() {
        return Exported { text: String::new(), findings: errors };
    }
    notes.push(empty_texts("/map"));
    let text = format!("{:#}\n", object! { "attributeMappings": mappings });
    Exported { text, findings: notes }
}

fn no_copy(at: &str, id: &str, obstacles: &[String]) -> Diagnostic {
    let message =
        format!("`{}` is no plain copy of a claim: {}", shorten(id), obstacles.join(", "));
    Diagnostic::error("policy-not-a-copy", at, message)
        .help("export the policy to a lambda, which can do everything that a policy can")
}

/// What keeps a rule from being a mapping, in words.
fn obstacles(field: &FieldRules, rule: &Rule) -> Vec<String> {
    let mut found = of_source(&rule.source);
    let kind = field.target.kind();
    let mut add = |is: bool, why: &str| {
        if is {
            found.push(why.to_owned());
        }
    };
    add(!rule.transforms.is_empty(), "it transforms the value");
    add(rule.table.is_some(), "it has a table");
    add(rule.default.is_some(), "it has a default");
    add(rule.when.is_some(), "it has a condition");
    add(rule.write != Write::Always, "it does not write at every login");
    add(rule.missing != Missing::Keep, "it says what happens without a value");
    add(rule.unusable != Unusable::Skip, "it refuses what it cannot use");
    add(field.rules.len() > 1, "its field has several rules");
    add(kind == Some(Kind::Memberships), "it makes memberships of the ids of groups");
    add(is_never_written(&field.target), "FusionAuth keeps the field itself");
    add(
        field.target.below.iter().any(|step| !is_plain_step(step)),
        "the field's name has a dot, a slash or a tilde",
    );
    found
}

fn of_source(source: &Source) -> Vec<String> {
    let why = match source {
        Source::Constant(_) => "it writes a constant",
        Source::Join { .. } => "it joins claims",
        Source::FirstOf(claims) => match claims.as_slice() {
            [Claim::Canonical { form: Form::Plain, .. } | Claim::Raw { .. }] => return Vec::new(),
            [claim] => {
                let name = shorten(&claim.text());
                return vec![format!("it reads the canonical form of `{name}`")];
            }
            _ => "it reads the first of several claims",
        },
    };
    vec![why.to_owned()]
}

fn is_never_written(target: &Target) -> bool {
    let field = find_field(target.object.fields(), &target.field);
    field.is_some_and(|field| field.writable == Writable::Never)
}

/// Whether a step means the same with dots between and in a JSON Pointer, which FusionAuth makes of it.
fn is_plain_step(step: &str) -> bool {
    !step.contains(['.', '/', '~'])
}

/// The claim in FusionAuth's syntax: with dots, or as a pointer where a name has signs of its own.
fn source(claim: &Claim) -> String {
    let (payload, steps) = match claim {
        Claim::Raw { payload, steps } => (*payload, steps.iter().collect()),
        Claim::Canonical { name, below, .. } => {
            (Payload::Userinfo, std::iter::once(name).chain(below).collect::<Vec<_>>())
        }
    };
    let root = payload.name();
    if steps.iter().all(|step| is_plain_step(step)) {
        return steps.iter().fold(root.to_owned(), |path, step| format!("{path}.{step}"));
    }
    steps.iter().fold(format!("/{root}"), |path, step| pointer::child(&path, step))
}

/// Where FusionAuth does something else than the policy.
fn differences(target: &Target, rule: &Rule) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let [claim @ Claim::Canonical { .. }] = rule.source.claims() {
        let message = format!(
            "FusionAuth looks for `{}` in the userinfo only, and the policy in the id token too",
            shorten(&claim.text())
        );
        let help = "write `id_token.…` in the policy where the claim is in the id token alone";
        found.push(Diagnostic::info("policy-copy-differs", rule.at.clone(), message).help(help));
    }
    if target.is_list() {
        let message = format!(
            "FusionAuth's mapping fills `{}` from a list only, and the policy from a text too",
            target.name()
        );
        let help = "export to a lambda where the claim may be a single text";
        found.push(Diagnostic::warning("policy-copy-differs", rule.at.clone(), message).help(help));
    }
    found
}

/// What holds for every mapping.
pub(crate) fn empty_texts(at: &str) -> Diagnostic {
    Diagnostic::info(
        "policy-copy-differs",
        at,
        "FusionAuth's mapping copies an empty text, and a number with a fraction into a text; a policy leaves both out",
    )
    .help("nothing, unless the provider sends such values: then use a lambda that was exported from the policy")
}

#[cfg(test)]
mod tests;
