//! Two rules of one field can hold for one person and give different values, of which the first one wins.

use super::subject::{Answer, Subject};
use crate::model::{Diagnostic, shorten};
use crate::policy::in_words::shown;
use crate::policy::reason::{Types, has_source};
use crate::policy::{Condition, FieldRules, Rule};

const CODE: &str = "policy-rules-conflict";
/// So many pairs of one field are looked at.
const MOST_PAIRS: usize = 400;

pub(super) fn find(subject: &mut Subject<'_>) -> Vec<Diagnostic> {
    let fields = subject.policy.fields.iter().filter(|field| !field.target.is_list());
    fields.filter_map(|field| conflict(subject, field)).collect()
}

/// The first conflict of a field; who corrects it sees the next.
fn conflict<'p>(subject: &mut Subject<'p>, field: &'p FieldRules) -> Option<Diagnostic> {
    let pairs =
        field.rules.iter().enumerate().flat_map(|(index, later)| {
            field.rules.iter().take(index).map(move |first| (first, later))
        });
    let with_conditions =
        pairs.filter(|(first, later)| first.when.is_some() && later.when.is_some());
    let mut pairs = with_conditions.filter(|(first, later)| !first.gives_the_same_as(later));
    pairs.by_ref().take(MOST_PAIRS).find_map(|(first, later)| clash(subject, field, first, later))
}

fn clash<'p>(
    subject: &mut Subject<'p>,
    field: &FieldRules,
    first: &Rule,
    later: &'p Rule,
) -> Option<Diagnostic> {
    let sources = [has_source(first), has_source(later)];
    let gates: Vec<&Condition> = subject.gates().collect();
    let all = gates.into_iter().chain(&first.when).chain(&later.when).chain(&sources);
    let Answer::Holds(witness) = subject.ask(&later.at, Types::Likely, all) else { return None };
    let one = first.gives(&field.target, &witness.claims())?;
    let other = later.gives(&field.target, &witness.claims())?;
    if one == other {
        return None;
    }
    let message = format!(
        "`{}` gives {} and `{}` gives {} to the same person, and the first one wins: {}",
        shorten(&first.id),
        shown(&one),
        shorten(&later.id),
        shown(&other),
        witness.in_words(),
    );
    Some(Diagnostic::warning(CODE, later.at.as_str(), message).help(
        "say in `when` of this rule that the other one does not hold, or make it the last one without `when`",
    ))
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::{Value, json};

    fn messages(rules: &Value) -> Vec<String> {
        let policy = json!({ "provider": "cognito", "map": { "user.data.plan": rules } });
        found(&policy, CODE).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn conditions_that_hold_together_are_found_with_an_example() {
        let staff = json!({ "claim": "assigned-groups", "contains": "staff" });
        let gold = json!({ "claim": "custom:plan", "equals": "gold" });
        let silver = json!({ "claim": "custom:plan", "equals": "silver" });
        assert_eq!(
            messages(&json!([{ "value": "a", "when": staff }, { "value": "b", "when": gold }])),
            [
                "`user.data.plan#1` gives `a` and `user.data.plan#2` gives `b` to the same person, and the first one \
                 wins: `assigned-groups` [\"staff\"], `custom:plan` \"gold\""
            ]
        );
        for fine in [
            json!([{ "value": "a", "when": silver }, { "value": "b", "when": gold }]),
            json!([{ "value": "a", "when": staff }, { "value": "b" }]),
            json!([{ "value": "a", "when": staff }, { "value": "a", "when": gold }]),
        ] {
            assert_eq!(messages(&fine), [] as [&str; 0], "{fine}");
        }
    }
}
