//! A field that is a list: what each rule adds to it, and when.

use super::pair::{said, undecided};
use super::run::Both;
use super::{Compared, Found, Words};
use crate::model::Kind;
use crate::policy::condition::Condition;
use crate::policy::reason::not;
use crate::policy::rule::{Rule, Write};
use crate::policy::target::Target;

impl Compared<'_> {
    pub(super) fn list(&mut self, target: &Target, old: &[Rule], new: &[Rule]) {
        let both = Both::of_field(self.old, self.new, target);
        let quiet = self.not_refused(target);
        let name = target.name();
        let kinds = distinct(old, new);
        let found = self.differences.len();
        let (mut open, mut shown): (Vec<String>, Vec<&Rule>) = (Vec::new(), Vec::new());
        for kind in &kinds {
            let (before, after) = (holds(old, kind), holds(new, kind));
            for (adds, lacks, is_old) in [(&before, &after, true), (&after, &before, false)] {
                // One difference for each rule is enough to see what has changed.
                if shown.iter().any(|rule| rule.gives_the_same_as(kind)) {
                    continue;
                }
                let mut asked = self.let_pass();
                asked.extend([adds.clone(), not(lacks.clone())]);
                let pair = if is_old {
                    (Some(*kind), counterpart(kind, new))
                } else {
                    (counterpart(kind, old), Some(*kind))
                };
                let words = Words { what: name.clone(), old: said(pair.0), new: said(pair.1) };
                match self.look_quietly(&both, &asked, &quiet, pair, &words) {
                    Found::Same => {}
                    Found::Nothing => open.push(undecided(&name, pair.0, pair.1)),
                    Found::Difference => shown.extend(pair.0.into_iter().chain(pair.1)),
                }
            }
        }
        let is_open = self.differences.len() == found && open.is_empty();
        if is_open && !are_put_together_alike(target, (old, new), &kinds) {
            open.extend(self.whole(target, &both, old, new));
        }
        self.undecided.extend(open);
    }

    /// A list that only one policy writes becomes empty there; and the order of rules is that of the entries.
    fn whole(
        &mut self,
        target: &Target,
        both: &Both<'_>,
        old: &[Rule],
        new: &[Rule],
    ) -> Option<String> {
        let pair = (old.first(), new.first());
        let name = target.name();
        let words = Words { what: name.clone(), old: said(pair.0), new: said(pair.1) };
        let asked = self.let_pass();
        let found = self.look_quietly(both, &asked, &[], pair, &words);
        (found == Found::Nothing).then(|| undecided(&name, pair.0, pair.1))
    }
}

/// The rules that make different things of the same claims.
fn distinct<'r>(old: &'r [Rule], new: &'r [Rule]) -> Vec<&'r Rule> {
    let mut kinds: Vec<&Rule> = Vec::new();
    for rule in old.iter().chain(new) {
        if !kinds.iter().any(|kind| kind.gives_the_same_as(rule)) {
            kinds.push(rule);
        }
    }
    kinds
}

/// When one of `rules` does what `kind` does.
fn holds(rules: &[Rule], kind: &Rule) -> Condition {
    let always = || Condition::All(Vec::new());
    let same = rules.iter().filter(|rule| rule.gives_the_same_as(kind));
    Condition::Any(same.map(|rule| rule.when.clone().unwrap_or_else(always)).collect())
}

/// The rule that probably stands in the place of `kind`.
fn counterpart<'r>(kind: &Rule, rules: &'r [Rule]) -> Option<&'r Rule> {
    let by_name = rules.iter().find(|rule| rule.id == kind.id);
    by_name.or_else(|| rules.iter().find(|rule| rule.source == kind.source))
}

/// Whether what the rules give becomes the same list: both write it, both keep entries or neither does, and the
/// order is the same where it counts.
fn are_put_together_alike(
    target: &Target,
    (old, new): (&[Rule], &[Rule]),
    kinds: &[&Rule],
) -> bool {
    let adds = |rules: &[Rule]| rules.iter().any(|rule| rule.write == Write::Add);
    let is_plain = |rules: &[Rule]| order(rules, kinds).len() == rules.len();
    let has_order = target.kind() != Some(Kind::Roles);
    let in_order = is_plain(old) && is_plain(new) && order(old, kinds) == order(new, kinds);
    old.is_empty() == new.is_empty() && adds(old) == adds(new) && (!has_order || in_order)
}

/// In which order the kinds first stand.
fn order(rules: &[Rule], kinds: &[&Rule]) -> Vec<Option<usize>> {
    let mut order: Vec<Option<usize>> = Vec::new();
    for rule in rules {
        let kind = kinds.iter().position(|kind| kind.gives_the_same_as(rule));
        if !order.contains(&kind) {
            order.push(kind);
        }
    }
    order
}
