//! A field that is no list: which pairs of rules can decide it, and whether they differ.

use super::probe::probes;
use super::run::Both;
use super::{Compared, Found, Words};
use crate::model::shorten;
use crate::policy::condition::Condition;
use crate::policy::in_words::rule_in_words;
use crate::policy::reason::{does_something, not};
use crate::policy::rule::{Rule, Write};
use crate::policy::target::Target;

/// So many pairs of one field are looked at.
const MOST_PAIRS: usize = 2_500;

impl Compared<'_> {
    pub(super) fn pairs(&mut self, target: &Target, old: &[Rule], new: &[Rule]) {
        let name = target.name();
        if (old.len() + 1) * (new.len() + 1) > MOST_PAIRS {
            self.undecided.push(format!("`{}` has too many rules to compare them", shorten(&name)));
            return;
        }
        let both = Both::of_field(self.old, self.new, target);
        let base = self.let_pass();
        let quiet = self.not_refused(target);
        // One difference for each rule is enough to see what has changed.
        let (mut old_shown, mut new_shown) =
            (vec![false; old.len() + 1], vec![false; new.len() + 1]);
        for i in 0..=old.len() {
            for j in 0..=new.len() {
                let (one, other) = (old.get(i), new.get(j));
                if are_alike(one, other)
                    || old_shown.get(i) == Some(&true)
                    || new_shown.get(j) == Some(&true)
                {
                    continue;
                }
                let mut asked = base.clone();
                asked.extend(decides(old, i, other));
                asked.extend(decides(new, j, one));
                let words = Words { what: name.clone(), old: said(one), new: said(other) };
                match self.look_quietly(&both, &asked, &quiet, (one, other), &words) {
                    Found::Same => {}
                    Found::Nothing => self.undecided.push(undecided(&name, one, other)),
                    Found::Difference => {
                        mark(&mut old_shown, i);
                        mark(&mut new_shown, j);
                    }
                }
            }
        }
    }

    /// Looks for a difference, first among the claims that no rule of another field refuses.
    pub(super) fn look_quietly(
        &mut self,
        both: &Both<'_>,
        asked: &[Condition],
        quiet: &[Condition],
        (one, other): (Option<&Rule>, Option<&Rule>),
        words: &Words,
    ) -> Found {
        let probes = probes(one, other);
        if !quiet.is_empty() {
            let quietly: Vec<Condition> = asked.iter().chain(quiet).cloned().collect();
            if self.look(both, &quietly, &probes, words) == Found::Difference {
                return Found::Difference;
            }
        }
        self.look(both, asked, &probes, words)
    }
}

fn mark(shown: &mut [bool], index: usize) {
    if let Some(shown) = shown.get_mut(index) {
        *shown = true;
    }
}

fn are_alike(one: Option<&Rule>, other: Option<&Rule>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.gives_the_same_as(other),
        (None, None) => true,
        _ => false,
    }
}

/// What has to be so for the rule at `index` to decide, or for none to do where there is no such rule. A rule
/// before that is like the `other` policy's deciding one would have decided too.
fn decides(rules: &[Rule], index: usize, other: Option<&Rule>) -> Vec<Condition> {
    let never = || Condition::Any(Vec::new());
    let mut asked = Vec::new();
    for rule in rules.iter().take(index) {
        let ends = rule.always_ends() && rule.write == Write::Always;
        if ends || other.is_some_and(|other| other.gives_the_same_as(rule)) {
            asked.push(rule.when.clone().map_or_else(never, not));
        }
    }
    if let Some(rule) = rules.get(index) {
        asked.extend(rule.when.clone());
        asked.push(does_something(rule));
    }
    asked
}

/// What decides, in words.
pub(super) fn said(rule: Option<&Rule>) -> String {
    rule.map_or_else(
        || "no rule".to_owned(),
        |rule| format!("`{}`: {}", shorten(&rule.id), rule_in_words(rule)),
    )
}

pub(super) fn undecided(name: &str, one: Option<&Rule>, other: Option<&Rule>) -> String {
    let id = |rule: Option<&Rule>| {
        rule.map_or_else(|| "no rule".to_owned(), |rule| format!("`{}`", shorten(&rule.id)))
    };
    format!(
        "`{}`: no claims were found on which {} of the old policy and {} of the new one differ, and none were ruled \
         out",
        shorten(name),
        id(one),
        id(other)
    )
}
