//! Claims on which two rules that are written differently are likely to differ.

use crate::policy::claim::Claim;
use crate::policy::condition::{Case, Condition, Test};
use crate::policy::language::Language;
use crate::policy::reason::{is, not, there};
use crate::policy::rule::{Rule, Source};
use crate::policy::table::Table;
use crate::policy::transform::Transform;
use crate::policy::why::{Wanted, through};
use serde_json::Value;

/// What claims are asked besides.
#[derive(Default)]
pub(super) struct Probe {
    pub(super) conditions: Vec<Condition>,
    pub(super) texts: Vec<(Claim, Language)>,
}

/// So many keys of tables are tried.
const MOST_KEYS: usize = 24;
/// A text that most steps change.
const MIXED: &str = " Aa-bB_cC@d.e/f,g:h;i ";

/// What to try on two rules, the simplest first.
pub(super) fn probes(old: Option<&Rule>, new: Option<&Rule>) -> Vec<Probe> {
    let rules = || old.into_iter().chain(new);
    let mut claims: Vec<&Claim> = Vec::new();
    for claim in rules().flat_map(|rule| rule.source.claims()) {
        if !claims.contains(&claim) {
            claims.push(claim);
        }
    }
    let mut probes = vec![Probe::default()];
    let all = |holds: fn(&Claim) -> Condition| claims.iter().map(|claim| holds(claim)).collect();
    probes.push(Probe::of(all(there)));
    probes.push(Probe::of(all(|claim| not(there(claim)))));
    for claim in &claims {
        let others = claims.iter().filter(|other| other != &claim);
        let missing = others.map(|other| not(there(other)));
        probes.push(Probe::of(missing.chain([there(claim)]).collect()));
    }
    for rule in rules() {
        let Source::FirstOf(sources) = &rule.source else { continue };
        for claim in sources {
            keys(old, new, rule, claim, &mut probes);
            probes.extend(texts(old, new).map(|text| Probe::of(vec![is(claim, text)])));
        }
    }
    probes
}

impl Probe {
    const fn of(conditions: Vec<Condition>) -> Self {
        Self { conditions, texts: Vec::new() }
    }
}

/// Keys of which the tables make different values, and a key that neither has.
fn keys(
    old: Option<&Rule>,
    new: Option<&Rule>,
    rule: &Rule,
    claim: &Claim,
    probes: &mut Vec<Probe>,
) {
    let table = |rule: Option<&Rule>| rule.and_then(|rule| rule.table.as_ref()).cloned();
    let (old, new) = (table(old), table(new));
    if old == new {
        return;
    }
    let names = |table: &Option<Table>| {
        let entries = table.iter().flat_map(|table| table.entries.iter());
        entries.map(|(key, _)| key.clone()).collect::<Vec<String>>()
    };
    let mut all = [names(&old), names(&new)].concat();
    all.sort_unstable();
    all.dedup();
    let entry = |table: &Option<Table>, key: &str| {
        table.as_ref().and_then(|table| table.entries.get(key)).cloned()
    };
    let differing = all.iter().filter(|key| entry(&old, key) != entry(&new, key)).take(MOST_KEYS);
    for key in differing {
        for wanted in through(vec![Value::from(key.as_str())], &rule.transforms).wanted {
            probes.push(match wanted {
                Wanted::Value(Value::Array(items)) => {
                    Probe::of(items.into_iter().map(|item| is(claim, item)).collect())
                }
                Wanted::Value(value) => Probe::of(vec![is(claim, value)]),
                Wanted::Text(language) => {
                    Probe { conditions: Vec::new(), texts: vec![(claim.clone(), language)] }
                }
            });
        }
    }
    let listed = Test::In(all.into_iter().map(Value::from).collect(), Case::Told);
    probes.push(Probe::of(vec![there(claim), not(Condition::Claim(claim.clone(), listed))]));
}

/// Texts for the steps of both rules: some that have their separators, and values of other types.
fn texts(old: Option<&Rule>, new: Option<&Rule>) -> impl Iterator<Item = Value> {
    let steps = |rule: Option<&Rule>| rule.map_or_else(Vec::new, |rule| rule.transforms.clone());
    let (old, new) = (steps(old), steps(new));
    let differ = old != new;
    let separators = old.into_iter().chain(new).filter_map(|step| match step {
        Transform::Split(text)
        | Transform::Join(text)
        | Transform::Before(text, _)
        | Transform::After(text, _)
        | Transform::Prefix(text)
        | Transform::Suffix(text)
        | Transform::Replace { text, .. } => Some(text),
        _ => None,
    });
    let cut = separators.flat_map(|text| {
        [format!("Aa{text}Bb{text}Cc"), format!("{text}Aa{text}")].map(Value::from)
    });
    let usual = ["Ab Cd", MIXED, "true", "5", "1990-12-31", "en-US", "[\"a\", \"b\"]", "a%20b"];
    let others = [Value::from(true), Value::from(5)];
    let all = cut.chain(usual.map(Value::from)).chain(others);
    all.collect::<Vec<_>>().into_iter().filter(move |_| differ)
}
