//! A rule that can never apply: its condition never holds, or an earlier rule always decides.

use super::subject::Subject;
use crate::model::{Diagnostic, shorten};
use crate::policy::in_words::{both, in_words};
use crate::policy::reason::{does_something, not};
use crate::policy::{Condition, FieldRules, Rule, Write};

const CODE: &str = "policy-rule-never-applies";
/// So many earlier rules are looked at.
const MOST_EARLIER: usize = 40;

pub(super) fn find(subject: &mut Subject<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for field in &subject.policy.fields {
        for (index, rule) in field.rules.iter().enumerate() {
            let finding = never_holds(subject, rule)
                .or_else(|| shadowed(subject, field, rule, field.rules.get(..index)?));
            findings.extend(finding);
        }
    }
    findings
}

fn never_holds<'p>(subject: &mut Subject<'p>, rule: &'p Rule) -> Option<Diagnostic> {
    let when = rule.when.as_ref()?;
    let source = does_something(rule);
    let gates: Vec<&Condition> = subject.gates().collect();
    let fixed = [when, &source];
    if !subject.never(&rule.at, gates.iter().copied().chain(fixed)) {
        return None;
    }
    let id = shorten(&rule.id);
    let said = shorten(&in_words(when));
    let message = if subject.never(&rule.at, [when]) {
        format!("the rule `{id}` never applies: it is never so that {said}")
    } else {
        let names: Vec<String> = subject
            .least(&rule.at, &fixed, &gates)
            .into_iter()
            .filter_map(|index| subject.policy.gates.get(index))
            .map(|gate| format!("`{}`", shorten(&gate.id)))
            .collect();
        if names.is_empty() {
            format!("the rule `{id}` never applies: when {said}, it has nothing to read")
        } else {
            let them = both(&names);
            format!(
                "the rule `{id}` never applies: whoever passes {them} is not one of whom {said}"
            )
        }
    };
    Some(
        Diagnostic::warning(CODE, rule.at.as_str(), message)
            .help("correct `when`, or remove the rule"),
    )
}

/// Whether the rule decides whenever its condition holds: it gives a value, empties the field or refuses.
fn decides(rule: &Rule, later: &Rule) -> bool {
    rule.always_ends() && (rule.write == Write::Always || rule.write == later.write)
}

fn shadowed<'p>(
    subject: &mut Subject<'p>,
    field: &FieldRules,
    rule: &'p Rule,
    earlier: &'p [Rule],
) -> Option<Diagnostic> {
    if field.target.is_list() {
        return None;
    }
    let deciding: Vec<&Rule> =
        earlier.iter().filter(|one| decides(one, rule)).take(MOST_EARLIER).collect();
    if deciding.is_empty() {
        return None;
    }
    let otherwise: Vec<Condition> = deciding
        .iter()
        .map(|one| one.when.clone().map_or(Condition::Any(Vec::new()), not))
        .collect();
    let source = does_something(rule);
    let gates: Vec<&Condition> = subject.gates().collect();
    let fixed: Vec<&Condition> = gates.into_iter().chain(&rule.when).chain([&source]).collect();
    let otherwise: Vec<&Condition> = otherwise.iter().collect();
    if !subject.never(&rule.at, fixed.iter().copied().chain(otherwise.iter().copied())) {
        return None;
    }
    let least = subject.least(&rule.at, &fixed, &otherwise);
    let names: Vec<String> = least
        .into_iter()
        .filter_map(|index| deciding.get(index))
        .map(|one| format!("`{}`", shorten(&one.id)))
        .collect();
    let (id, them) = (shorten(&rule.id), both(&names));
    let always = if names.len() == 1 { "always decides" } else { "decide in every case" };
    Some(
        Diagnostic::warning(
            CODE,
            rule.at.as_str(),
            format!("the rule `{id}` never applies: before it {them} {always}"),
        )
        .help("put this rule before, give the other one a `when`, or remove this one"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::{Value, json};

    fn places(policy: &Value) -> Vec<(String, String)> {
        let found = found(policy, CODE);
        found.into_iter().map(|finding| (finding.path, finding.message)).collect()
    }

    #[test]
    fn conditions_that_never_hold_are_found() {
        let policy = json!({
            "provider": "cognito",
            "gates": [{ "id": "company", "require": { "claim": "email", "domain": "corp.example" } }],
            "map": {
                "user.data.a": { "value": 1, "when": { "claim": "email", "domain": "other.example" } },
                "user.data.b": { "from": "nickname", "when": { "not": "nickname" } },
                "user.data.c": { "from": "nickname", "default": "-", "when": { "not": "nickname" } },
            },
        });
        let found = places(&policy);
        assert_eq!(found.len(), 2, "{found:?}");
        let said = |index: usize| found.get(index).map(|(_, message)| message.as_str());
        assert_eq!(
            said(0),
            Some(
                "the rule `user.data.a` never applies: whoever passes `company` is not one of whom `email` belongs \
                 to the domain `other.example`"
            )
        );
    }

    #[test]
    fn a_rule_behind_one_that_always_decides_is_found() {
        let plan = |rules: Value| places(&json!({ "map": { "user.data.plan": rules } }));
        let behind = plan(json!([{ "from": "plan", "default": "free" }, "tier"]));
        assert_eq!(behind.first().map(|(path, _)| path.as_str()), Some("/map/user.data.plan/1"));
        let staff = json!({ "claim": "groups", "contains": "staff" });
        let both = plan(json!([
            { "value": "a", "when": staff }, { "value": "b", "when": { "not": staff } }, "plan",
        ]));
        assert_eq!(both.len(), 1, "{both:?}");
        for fine in [
            json!(["plan", "tier"]),
            json!([{ "value": "a", "when": staff }, { "value": "b" }]),
            json!([{ "value": "a", "write": "on-create" }, "plan"]),
        ] {
            assert_eq!(plan(fine.clone()), [], "{fine}");
        }
    }
}
