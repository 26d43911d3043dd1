//! What a claim is asked, as a test of values and as a language of texts.

use super::super::claim::Claim;
use super::super::condition::{Case, Test};
use super::super::language::{Language, Pattern, TooLarge};
use serde_json::Value;
use std::cell::OnceCell;

/// What a claim is asked.
pub(super) struct Ask<'a> {
    what: What<'a>,
    alone: OnceCell<Option<Language>>,
    entry: OnceCell<Option<Language>>,
}

enum What<'a> {
    Test(&'a Test),
    Text(&'a Language),
}

impl<'a> Ask<'a> {
    pub(super) const fn test(test: &'a Test) -> Self {
        Self { what: What::Test(test), alone: OnceCell::new(), entry: OnceCell::new() }
    }

    pub(super) const fn text(language: &'a Language) -> Self {
        Self { what: What::Text(language), alone: OnceCell::new(), entry: OnceCell::new() }
    }

    pub(super) const fn only_asks_whether_it_is_there(&self) -> bool {
        matches!(self.what, What::Test(Test::Exists))
    }

    /// The scalars of which the value has to be one.
    pub(super) fn scalars(&self) -> Option<&'a [Value]> {
        match self.what {
            What::Test(Test::In(values, _)) => Some(values),
            _ => None,
        }
    }

    /// Whether every text that passes is among the scalars.
    pub(super) const fn tells_case(&self) -> bool {
        matches!(self.what, What::Test(Test::In(_, Case::Told)))
    }

    /// Texts that pass, and that people recognise where they read the condition.
    pub(super) fn guesses(&self) -> Vec<String> {
        match self.what {
            What::Test(Test::In(values, _)) => {
                values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            What::Test(Test::Contains(text, _) | Test::StartsWith(text, _)) => vec![text.clone()],
            What::Test(Test::EndsWith(text, _)) => vec![format!("jane{text}"), text.clone()],
            What::Test(Test::Domain(domains)) => {
                domains.iter().map(|domain| format!("jane@{domain}")).collect()
            }
            What::Test(Test::Exists | Test::Glob(..) | Test::Matches(_)) | What::Text(_) => {
                Vec::new()
            }
        }
    }

    /// Whether the value passes, alone or as the entry of a list.
    pub(super) fn passes(&self, value: &Value, in_list: bool) -> bool {
        match self.what {
            What::Test(test) if in_list => test.passes(&Value::Array(vec![value.clone()])),
            What::Test(test) => test.passes(value),
            What::Text(language) => value.as_str().is_some_and(|text| language.accepts(text)),
        }
    }

    /// The texts that pass.
    pub(super) fn language(&self, in_list: bool) -> Result<&Language, TooLarge> {
        let cell = if in_list { &self.entry } else { &self.alone };
        let language = cell.get_or_init(|| match self.what {
            What::Text(language) => Some(language.clone()),
            What::Test(test) => texts(test, in_list),
        });
        language.as_ref().ok_or(TooLarge)
    }
}

fn texts(test: &Test, in_list: bool) -> Option<Language> {
    let (language, case) = match test {
        Test::Exists => (Language::any(), Case::Told),
        Test::In(values, case) => {
            let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            (Language::one_of(&texts), *case)
        }
        Test::Contains(entry, case) if in_list => (Language::literal(entry), *case),
        Test::Contains(part, case) => (Language::containing(part), *case),
        Test::StartsWith(start, case) => (Language::starting_with(start), *case),
        Test::EndsWith(end, case) => (Language::ending_with(end), *case),
        Test::Glob(glob, case) => (Language::glob(glob), *case),
        Test::Matches(expression) => {
            (Language::pattern(&Pattern::parse(expression.source()).ok()?), Case::Told)
        }
        Test::Domain(domains) => {
            let domains: Vec<&str> = domains.iter().map(String::as_str).collect();
            (Language::email_domain(&domains), Case::Told)
        }
    };
    Some(if case == Case::Ignored { language.ignoring_case() } else { language })
}

/// The atoms, each once. The first stands for a new user and asks no claim.
#[derive(Default)]
pub(super) struct Asks<'a> {
    claims: Vec<&'a Claim>,
    atoms: Vec<(usize, Ask<'a>)>,
}

impl<'a> Asks<'a> {
    /// The number of the atom.
    pub(super) fn add(&mut self, claim: &'a Claim, ask: Ask<'a>) -> usize {
        let known = self.claims.iter().position(|other| *other == claim);
        let claim = known.unwrap_or_else(|| {
            self.claims.push(claim);
            self.claims.len() - 1
        });
        let same = |(of, other): &(usize, Ask<'a>)| {
            *of == claim
                && matches!((&ask.what, &other.what), (What::Test(one), What::Test(other)) if one == other)
        };
        let at = self.atoms.iter().position(same).unwrap_or_else(|| {
            self.atoms.push((claim, ask));
            self.atoms.len() - 1
        });
        at + 1
    }

    /// How many atoms there are, with the first.
    pub(super) fn len(&self) -> usize {
        self.atoms.len() + 1
    }

    pub(super) fn claims(&self) -> &[&'a Claim] {
        &self.claims
    }

    /// The number of the atom's claim.
    pub(super) fn claim_of(&self, atom: usize) -> Option<usize> {
        self.atoms.get(atom.checked_sub(1)?).map(|(claim, _)| *claim)
    }

    /// The atoms of a claim, with their numbers.
    pub(super) fn of(&self, claim: usize) -> impl Iterator<Item = (usize, &Ask<'a>)> {
        let numbered = self.atoms.iter().enumerate();
        numbered.filter(move |(_, (of, _))| *of == claim).map(|(at, (_, ask))| (at + 1, ask))
    }
}
