//! The search over what the atoms say.

use super::ask::{Ask, Asks};
use super::tree::{Look, NEW_USER, Node};
use super::value::{Chosen, Claimed};
use super::witness::Witness;
use super::{Question, Types, Undecided, Work, place};
use std::collections::BTreeMap;

/// The most atoms: the search goes as deep.
const MOST_ATOMS: usize = 400;
/// How much longer a smaller answer is looked for when one was found.
const LONGER: usize = 100;
/// How many answers that were not confirmed are too many.
const MOST_UNCONFIRMED: usize = 200;

/// A claim, and what is said of its atoms: what a value was looked for by.
type Said = (usize, Vec<(usize, bool)>);

struct Search<'a, 'q> {
    asks: &'q Asks<'a>,
    root: Node,
    truth: Vec<Option<bool>>,
    types: Types,
    known: BTreeMap<Said, Result<Chosen, Undecided>>,
    work: &'q mut Work,
    confirm: &'q mut dyn FnMut(&Witness) -> bool,
    best: Option<Witness>,
    undecided: Option<Undecided>,
    unconfirmed: usize,
    longer: usize,
}

/// The search ends here.
struct Enough;

pub(super) fn run(
    question: &Question<'_>,
    work: &mut Work,
    confirm: &mut dyn FnMut(&Witness) -> bool,
) -> Result<Option<Witness>, Undecided> {
    let mut asks = Asks::default();
    let mut nodes: Vec<Node> =
        question.holding.iter().map(|condition| Node::of(condition, &mut asks)).collect();
    for (claim, language) in &question.texts {
        nodes.push(Node::Atom(asks.add(claim, Ask::text(language))));
    }
    if asks.len() > MOST_ATOMS {
        return Err(Undecided::TooLarge);
    }
    let holds = |witness: &Witness| {
        question.holding.iter().all(|condition| condition.holds(&witness.facts()))
    };
    let mut search = Search {
        truth: vec![None; asks.len()],
        asks: &asks,
        root: Node::All(nodes),
        types: question.types,
        known: BTreeMap::new(),
        work,
        confirm: &mut |witness| holds(witness) && confirm(witness),
        best: None,
        undecided: None,
        unconfirmed: 0,
        longer: 0,
    };
    // However it ended, what was found counts.
    let _: Result<(), Enough> = search.go();
    match (search.best, search.undecided) {
        (Some(best), _) => Ok(Some(best)),
        (None, Some(why)) => Err(why),
        (None, None) => Ok(None),
    }
}

impl Search<'_, '_> {
    fn go(&mut self) -> Result<(), Enough> {
        if self.work.spend(1).is_err() {
            self.undecided = Some(Undecided::TooLarge);
            return Err(Enough);
        }
        self.longer += usize::from(self.best.is_some());
        if self.longer > LONGER || self.unconfirmed > MOST_UNCONFIRMED {
            return Err(Enough);
        }
        match self.root.look(&self.truth, true) {
            Look::Known(true) => {
                self.answer();
                Ok(())
            }
            Look::Known(false) => Ok(()),
            Look::Open(atom, first) => {
                for says in [first, !first] {
                    self.say(atom, Some(says));
                    if self.is_possible(atom) {
                        self.go()?;
                    }
                }
                self.say(atom, None);
                Ok(())
            }
        }
    }

    fn say(&mut self, atom: usize, says: Option<bool>) {
        if let Some(truth) = self.truth.get_mut(atom) {
            *truth = says;
        }
    }

    /// Whether the atom's claim can have a value of which all that is said so far is true.
    fn is_possible(&mut self, atom: usize) -> bool {
        let Some(claim) = self.asks.claim_of(atom) else { return true };
        self.value(claim) != Ok(Chosen::Impossible)
    }

    fn value(&mut self, claim: usize) -> Result<Chosen, Undecided> {
        let truth = |atom: usize| self.truth.get(atom).copied().flatten();
        let said: Vec<(usize, bool)> = (self.asks.of(claim))
            .filter_map(|(atom, _)| truth(atom).map(|says| (atom, says)))
            .collect();
        let key = (claim, said);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let Some(asked) = self.asks.claims().get(claim) else { return Ok(Chosen::Missing) };
        let of = |says: bool| {
            let said = self.asks.of(claim).filter(|(atom, _)| truth(*atom) == Some(says));
            said.map(|(_, ask)| ask).collect()
        };
        let claimed = Claimed { claim: asked, passing: of(true), failing: of(false) };
        let found = claimed.value(self.types, self.work);
        self.known.insert(key, found.clone());
        found
    }

    /// What is said so far makes all of it hold.
    fn answer(&mut self) {
        let mut claims = Vec::new();
        for (index, claim) in self.asks.claims().iter().enumerate() {
            match self.value(index) {
                Ok(Chosen::Value(value)) => claims.push((*claim, Some(value))),
                Ok(Chosen::Missing) => claims.push((*claim, None)),
                Ok(Chosen::Impossible) => return,
                Err(why) => {
                    self.undecided = Some(why);
                    return;
                }
            }
        }
        let new_user = self.truth.get(NEW_USER).copied().flatten();
        let confirmed = place::ways(&claims, new_user).into_iter().find(|one| (self.confirm)(one));
        if let Some(witness) = confirmed {
            if self.best.as_ref().is_none_or(|best| witness.size() < best.size()) {
                self.best = Some(witness);
            }
        } else {
            self.unconfirmed += 1;
            self.undecided = self.undecided.or(Some(Undecided::Unconfirmed));
        }
    }
}
