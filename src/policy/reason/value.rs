//! One claim: a value of which its atoms say what they should.

use super::super::canonical::{self, Form};
use super::super::claim::Claim;
use super::super::language::{Language, Pattern, TooLarge, shortest};
use super::ask::Ask;
use super::kinds::{Kind, Types, kinds, last_step, usual};
use super::{Undecided, Work};
use serde_json::{Value, json};

/// What a search for a text costs.
const SEARCH: usize = 100;
/// What a search costs that was given up.
const GIVEN_UP: usize = 20_000;

/// What an e-mail address looks like.
const EMAIL: &str = "^[a-z0-9]+@[a-z]+\\.[a-z]+$";
/// The looser form, where the stricter one leaves nothing.
const LOOSE_EMAIL: &str = "^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+$";

/// What a claim has to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Chosen {
    /// This.
    Value(Value),
    /// Missing.
    Missing,
    /// Nothing is right: it is proved.
    Impossible,
}

/// A claim, and what its atoms have to say.
pub(super) struct Claimed<'a, 'q> {
    pub(super) claim: &'a Claim,
    pub(super) passing: Vec<&'q Ask<'a>>,
    pub(super) failing: Vec<&'q Ask<'a>>,
}

impl Claimed<'_, '_> {
    /// What the claim has to be.
    pub(super) fn value(&self, types: Types, work: &mut Work) -> Result<Chosen, Undecided> {
        if self.passing.is_empty() {
            return Ok(Chosen::Missing);
        }
        if self.failing.iter().any(|ask| ask.only_asks_whether_it_is_there()) {
            return Ok(Chosen::Impossible);
        }
        let mut given_up = None;
        for kind in kinds(self.claim, types) {
            match self.of_kind(*kind, work) {
                Ok(Some(value)) => return Ok(Chosen::Value(value)),
                Ok(None) => {}
                Err(why) => given_up = Some(why),
            }
        }
        given_up.map_or(Ok(Chosen::Impossible), Err)
    }

    fn of_kind(&self, kind: Kind, work: &mut Work) -> Result<Option<Value>, Undecided> {
        Ok(match kind {
            Kind::Text => self.text(&self.passing, false, work)?.map(Value::String),
            Kind::Boolean => self.first([true, false].map(Value::Bool).to_vec(), false),
            Kind::Number => self.first(self.numbers(&self.passing), false),
            Kind::List => self.list(work)?,
            Kind::Object => self.first(vec![json!({})], false),
        })
    }

    fn first(&self, values: Vec<Value>, in_list: bool) -> Option<Value> {
        values.into_iter().find(|value| self.fits(&self.passing, value, in_list))
    }

    fn fits(&self, passing: &[&Ask<'_>], value: &Value, in_list: bool) -> bool {
        let is_read_so = self.is_read_as_it_is(value, in_list);
        let passes = |ask: &&Ask<'_>| ask.passes(value, in_list);
        is_read_so && passing.iter().all(passes) && !self.failing.iter().any(passes)
    }

    /// Whether the canonical form leaves the value alone.
    fn is_read_as_it_is(&self, value: &Value, in_list: bool) -> bool {
        match self.claim {
            Claim::Canonical { form: Form::AssignedGroups, .. } if in_list => {
                !value.as_str().is_some_and(canonical::is_cognitos_own)
            }
            Claim::Canonical { form, below, .. } if below.is_empty() && !in_list => {
                *canonical::canonical(*form, value) == *value
            }
            _ => true,
        }
    }

    /// Every number that the atoms name, or a few that they do not.
    fn numbers(&self, passing: &[&Ask<'_>]) -> Vec<Value> {
        if let Some(named) = passing.iter().find_map(|ask| ask.scalars()) {
            return named.iter().filter(|value| value.is_number()).cloned().collect();
        }
        let excluded = self.failing.iter().filter_map(|ask| ask.scalars()).map(<[Value]>::len);
        let most = excluded.sum::<usize>() + 1;
        let whole = (1..=most).map(Value::from);
        whole.chain((0..most).map(|half| half_of(2 * half + 1))).collect()
    }

    /// A list with an entry for each atom that has to be passed. An entry of a list fails all the others.
    fn list(&self, work: &mut Work) -> Result<Option<Value>, Undecided> {
        let mut entries: Vec<Value> = Vec::new();
        let asked = self.passing.iter().filter(|ask| !ask.only_asks_whether_it_is_there());
        for ask in asked.copied() {
            if entries.iter().any(|entry| ask.passes(entry, true)) {
                continue;
            }
            let Some(entry) = self.entry(ask, work)? else { return Ok(None) };
            entries.push(entry);
        }
        if entries.is_empty() {
            entries.extend(self.text(&[], true, work)?.map(Value::String));
        }
        Ok(Some(Value::Array(entries)))
    }

    fn entry(&self, ask: &Ask<'_>, work: &mut Work) -> Result<Option<Value>, Undecided> {
        let mut scalars = ask.scalars().into_iter().flatten().filter(|value| !value.is_string());
        let others = scalars.find(|value| self.fits(&[ask], value, true)).cloned();
        Ok(self.text(&[ask], true, work)?.map(Value::String).or(others))
    }

    /// The shortest text that passes `passing` and fails what has to fail.
    fn text(
        &self,
        passing: &[&Ask<'_>],
        in_list: bool,
        work: &mut Work,
    ) -> Result<Option<String>, Undecided> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let fits = |value: &&Value| value.is_string() && self.fits(passing, value, in_list);
        if let Some(named) = passing.iter().find(|ask| ask.tells_case()) {
            let named = named.scalars().unwrap_or_default();
            return Ok(named.iter().find(fits).and_then(text));
        }
        let usual = usual(self.claim).map(Value::from);
        if let Some(usual) = usual.iter().find(fits).and_then(text) {
            return Ok(Some(usual));
        }
        let (mut within, mut without) = (Vec::new(), Vec::new());
        for ask in passing {
            within.push(ask.language(in_list)?);
        }
        for ask in &self.failing {
            without.push(ask.language(in_list)?);
        }
        let converted = self.converted(in_list);
        without.extend(&converted);
        if last_step(self.claim) == "email" {
            for shape in [EMAIL, LOOSE_EMAIL] {
                let shape = Pattern::parse(shape).map_err(|_| Undecided::TooLarge)?;
                let shape = Language::pattern(&shape);
                let mut within = within.clone();
                within.push(&shape);
                if let Some(found) = search(&within, &without, work)? {
                    return Ok(Some(found));
                }
            }
        }
        search(&within, &without, work)
    }

    /// The texts that the canonical form makes something else of.
    fn converted(&self, in_list: bool) -> Option<Language> {
        let pattern = |text| Pattern::parse(text).ok().map(|pattern| Language::pattern(&pattern));
        match self.claim {
            Claim::Canonical { form: Form::AssignedGroups, .. } if in_list => {
                pattern("^[a-z][a-z](?:-[a-z]+)+-[0-9]+_[A-Za-z0-9]+_[\\s\\S]")
            }
            Claim::Canonical { form, below, .. } if below.is_empty() && !in_list => match form {
                Form::Boolean => pattern("^(?:true|false)$").map(Language::ignoring_case),
                Form::Number => pattern("^[0-9]{1,15}$"),
                _ => None,
            },
            _ => None,
        }
    }
}

fn half_of(number: usize) -> Value {
    #[expect(
        clippy::cast_precision_loss,
        reason = "there are only as many as a document has values"
    )]
    let half = number as f64 / 2.0;
    Value::from(half)
}

fn search(
    within: &[&Language],
    without: &[&Language],
    work: &mut Work,
) -> Result<Option<String>, Undecided> {
    work.spend(SEARCH)?;
    shortest(within, without).map_err(|TooLarge| {
        // What is left decides whether another search may be tried.
        let _ = work.spend(GIVEN_UP);
        Undecided::TooLarge
    })
}

impl From<TooLarge> for Undecided {
    fn from(TooLarge: TooLarge) -> Self {
        Self::TooLarge
    }
}
