//! Finds the shortest texts that are in some languages and in none of others, or proves that there
//! are none.

use super::alphabet;
use super::automaton::{Automaton, BEFORE, FOREVER, taking};
use super::intern::Interner;
use super::languages::Language;
use super::set::{of_rank, rank};
use super::sorted;

/// Stands for the end of a machine's place.
const END: usize = usize::MAX - 2;

/// Texts tried at most.
const MAX_TEXTS: usize = 200_000;
/// Ways from position to position looked at, and positions kept: what bounds time and memory.
const MAX_WAYS: usize = 20_000_000;
const MAX_KEPT: usize = 4_000_000;

/// The search was given up, so nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooLarge;

/// The shortest text, and of these the most readable, that is in each language of `within` and in
/// none of `without`. It is never empty. `None` proves that there is no such text.
///
/// # Errors
///
/// Gives up at a fixed amount of work.
pub(crate) fn shortest(
    within: &[&Language],
    without: &[&Language],
) -> Result<Option<String>, TooLarge> {
    Ok(some(within, without, 1)?.pop())
}

/// Like [`shortest`], but up to `count` different texts in the same order. Fewer prove that there
/// are no more.
///
/// # Errors
///
/// Gives up at a fixed amount of work.
pub(crate) fn some(
    within: &[&Language],
    without: &[&Language],
    count: usize,
) -> Result<Vec<String>, TooLarge> {
    let mut ways = MAX_WAYS;
    search(within, without, count, &mut ways)
}

/// Like [`shortest`], with what it may cost at most, from which it takes off what it did cost.
///
/// # Errors
///
/// Gives up at that cost, or at a fixed amount of work.
pub(crate) fn shortest_for(
    within: &[&Language],
    without: &[&Language],
    ways: &mut usize,
) -> Result<Option<String>, TooLarge> {
    Ok(search(within, without, 1, ways)?.pop())
}

fn search(
    within: &[&Language],
    without: &[&Language],
    count: usize,
    ways: &mut usize,
) -> Result<Vec<String>, TooLarge> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let mut search = Search::new(within, without, count)?;
    search.most_ways = MAX_WAYS.min(*ways);
    let found = search.run();
    *ways = ways.saturating_sub(search.ways);
    found
}

/// One language, and for each letter which of its sets take it.
struct Machine<'a> {
    automaton: &'a Automaton,
    taking: Vec<Vec<bool>>,
    wanted: bool,
}

/// The last character of a text that was tried.
struct Step {
    before: usize,
    character: Option<char>,
    state: usize,
}

struct Search<'a> {
    machines: Vec<Machine<'a>>,
    /// Characters to try with their letters, most readable first.
    characters: Vec<(u32, usize)>,
    letters: usize,
    /// The places of all machines, each with an end.
    states: Interner,
    /// How many texts lead to each state.
    visits: Vec<usize>,
    steps: Vec<Step>,
    count: usize,
    ways: usize,
    most_ways: usize,
}

impl<'a> Search<'a> {
    fn new(
        within: &[&'a Language],
        without: &[&'a Language],
        count: usize,
    ) -> Result<Self, TooLarge> {
        let mut sets = Vec::new();
        for set in within.iter().chain(without).flat_map(|language| language.sets()) {
            sorted::insert(&mut sets, set);
        }
        let letters = alphabet::letters(&sets, MAX_KEPT).ok_or(TooLarge)?;
        let mut characters = Vec::new();
        let mut samples = Vec::new();
        for (letter, set) in letters.iter().enumerate() {
            let readable = set.readable(count);
            samples.extend(readable.first());
            for character in readable {
                sorted::insert(&mut characters, (rank(character), letter));
            }
        }
        let machine = |language: &&'a Language, wanted| Machine {
            automaton: language.automaton(),
            taking: samples.iter().map(|&sample| taking(language.sets(), sample)).collect(),
            wanted,
        };
        let mut machines: Vec<Machine> = within.iter().map(|one| machine(one, true)).collect();
        machines.extend(without.iter().map(|one| machine(one, false)));
        let mut states = Interner::default();
        states.index(&[BEFORE, END].repeat(machines.len()));
        Ok(Self {
            machines,
            characters,
            letters: letters.len(),
            states,
            visits: vec![0],
            steps: vec![Step { before: 0, character: None, state: 0 }],
            count,
            ways: 0,
            most_ways: MAX_WAYS,
        })
    }

    /// Up to `count` answers.
    fn run(&mut self) -> Result<Vec<String>, TooLarge> {
        let mut found = Vec::new();
        let mut head = 0;
        while let Some(state) = self.steps.get(head).map(|step| step.state) {
            let onward = self.onward(state)?;
            for index in 0..self.characters.len() {
                let Some(&(rank, letter)) = self.characters.get(index) else { break };
                let Some(next) = onward.get(letter).copied().flatten() else { continue };
                if let Some(accepted) = self.visit(head, of_rank(rank), next)? {
                    found.push(accepted);
                    if found.len() == self.count {
                        return Ok(found);
                    }
                }
            }
            head += 1;
        }
        Ok(found)
    }

    /// The state that each letter leads to from this one.
    fn onward(&mut self, state: usize) -> Result<Vec<Option<usize>>, TooLarge> {
        let places = self.states.get(state).unwrap_or_default().to_vec();
        let mut onward = Vec::new();
        for letter in 0..self.letters {
            let next = self.moved(&places, letter)?.map(|next| self.states.index(&next));
            if let Some((_, true)) = next {
                self.visits.push(0);
            }
            if self.states.size() > MAX_KEPT {
                return Err(TooLarge);
            }
            onward.push(next.map(|(state, _)| state));
        }
        Ok(onward)
    }

    /// Where the machines are after the letter; `None` if no text from there can be an answer.
    fn moved(&mut self, places: &[usize], letter: usize) -> Result<Option<Vec<usize>>, TooLarge> {
        let mut moved = Vec::new();
        for (machine, place) in self.machines.iter().zip(places.split(|&at| at == END)) {
            let taking = machine.taking.get(letter).map(Vec::as_slice).unwrap_or_default();
            let (next, ways) = machine.automaton.step(place, taking);
            self.ways += ways;
            if self.ways > self.most_ways {
                return Err(TooLarge);
            }
            if if machine.wanted { next.is_empty() } else { next == [FOREVER] } {
                return Ok(None);
            }
            moved.extend(next);
            moved.push(END);
        }
        Ok(Some(moved))
    }

    /// Notes a text to go on from, and returns it if it is an answer. As many texts as are wanted
    /// are enough for each state: what goes on from later ones is longer or less readable.
    fn visit(
        &mut self,
        before: usize,
        character: Option<char>,
        state: usize,
    ) -> Result<Option<String>, TooLarge> {
        let Some(visits) = self.visits.get_mut(state).filter(|visits| **visits < self.count) else {
            return Ok(None);
        };
        *visits += 1;
        if self.steps.len() > MAX_TEXTS {
            return Err(TooLarge);
        }
        self.steps.push(Step { before, character, state });
        let places = self.states.get(state).unwrap_or_default().split(|&at| at == END);
        let is_answer = (self.machines.iter().zip(places))
            .all(|(machine, place)| machine.automaton.accepts_at(place) == machine.wanted);
        Ok(is_answer.then(|| self.text(self.steps.len() - 1)))
    }

    fn text(&self, last: usize) -> String {
        let mut characters = Vec::new();
        let mut at = self.steps.get(last);
        while let Some((step, character)) = at.and_then(|step| Some((step, step.character?))) {
            characters.push(character);
            at = self.steps.get(step.before);
        }
        characters.iter().rev().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Pattern, TooLarge};
    use super::*;

    #[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
    fn pattern(text: &str) -> Language {
        Language::pattern(&Pattern::parse(text).unwrap())
    }

    fn answer(within: &[&Language], without: &[&Language]) -> Option<String> {
        shortest(within, without).ok().flatten()
    }

    #[test]
    fn the_shortest_and_most_readable_text_is_found() {
        let word = pattern("^[a-z0-9._-]+@example\\.com$");
        assert_eq!(answer(&[&word], &[]).as_deref(), Some("a@example.com"));
        let a = Language::starting_with("a");
        assert_eq!(answer(&[&word], &[&a]).as_deref(), Some("b@example.com"));
        assert_eq!(answer(&[&pattern("^[\\W\\d]$")], &[]).as_deref(), Some("0"));
        assert_eq!(answer(&[], &[]).as_deref(), Some("a"));
        let both = [&Language::containing("ab"), &Language::containing("ba")];
        assert_eq!(answer(&both, &[]).as_deref(), Some("aba"));
    }

    #[test]
    fn it_is_proved_that_there_is_none() {
        let admin = Language::literal("admin");
        assert_eq!(shortest(&[&admin], &[&pattern("^a")]), Ok(None));
        assert_eq!(shortest(&[&Language::literal("")], &[]), Ok(None));
        assert_eq!(shortest(&[], &[&Language::any()]), Ok(None));
        assert_eq!(shortest(&[&pattern("a^")], &[]), Ok(None));
        assert_eq!(shortest(&[], &[&pattern("^|$")]), Ok(None));
        let email = Language::email_domain(&["example.com"]);
        assert_eq!(shortest(&[&email], &[&Language::containing("@")]), Ok(None));
    }

    #[test]
    fn several_texts_come_in_order() {
        let three = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(some(&[&pattern("^[a-z]")], &[], 3), Ok(three));
        let all = ["x", "y", "xy"].map(str::to_owned).to_vec();
        assert_eq!(some(&[&Language::one_of(&["xy", "y", "x", "x"])], &[], 9), Ok(all));
        assert_eq!(some(&[], &[], 0), Ok(Vec::new()));
    }

    #[test]
    fn a_search_that_explodes_is_given_up() {
        let far = pattern("^(?:a|b)*a(?:a|b){30}$");
        let other = pattern("^(?:a|b)*b(?:a|b){31}$");
        assert_eq!(
            shortest(&[&pattern("^[ab]*$"), &pattern("^.{99}$")], &[&far, &other]),
            Err(TooLarge)
        );
    }
}
