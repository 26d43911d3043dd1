//! Conditions as expressions.

use super::Printer;
use super::literal::{self, quoted, texts};
use super::names::NEW_USER;
use crate::policy::condition::{Case, Condition, Test};

/// An expression that says whether something holds.
pub(super) enum Holds {
    One(String),
    /// Each of these holds, or one of them.
    Several(Vec<Self>, &'static str),
}

const AND: &str = "&&";
const OR: &str = "||";

impl Holds {
    pub(super) fn one(text: impl Into<String>) -> Self {
        Self::One(text.into())
    }

    /// Each of these holds.
    pub(super) fn all(conditions: Vec<Self>) -> Self {
        Self::joined(conditions, AND)
    }

    fn joined(conditions: Vec<Self>, between: &'static str) -> Self {
        let mut parts = Vec::with_capacity(conditions.len());
        for condition in conditions {
            match condition {
                Self::Several(inner, same) if same == between || inner.len() == 1 => {
                    parts.extend(inner);
                }
                other => parts.push(other),
            }
        }
        Self::Several(parts, between)
    }

    pub(super) fn text(&self) -> String {
        self.lines().join(" ")
    }

    /// Each part in a line.
    pub(super) fn lines(&self) -> Vec<String> {
        let (parts, between) = match self {
            Self::One(text) => return vec![text.clone()],
            Self::Several(parts, between) => (parts, between),
        };
        let last = parts.len().saturating_sub(1);
        let line = |(index, part): (usize, &Self)| {
            let text = match part {
                Self::One(text) => text.clone(),
                Self::Several(..) if last == 0 => part.text(),
                Self::Several(..) => format!("({})", part.text()),
            };
            if index == last { text } else { format!("{text} {between}") }
        };
        parts.iter().enumerate().map(line).collect()
    }

    pub(super) fn negated(self) -> Self {
        let text = match self {
            Self::One(text) => text,
            Self::Several(parts, between) => {
                let parts = parts.into_iter().map(Self::negated).collect();
                return Self::joined(parts, if between == AND { OR } else { AND });
            }
        };
        for (ending, opposite) in
            [(" !== undefined", " === undefined"), (" === undefined", " !== undefined")]
        {
            if let Some(claim) = text.strip_suffix(ending) {
                return Self::One(format!("{claim}{opposite}"));
            }
        }
        Self::One(text.strip_prefix('!').map_or_else(|| format!("!{text}"), str::to_owned))
    }
}

impl Printer {
    pub(super) fn condition(&mut self, condition: &Condition) -> Holds {
        match condition {
            Condition::All(conditions) => self.joined(conditions, AND),
            Condition::Any(conditions) => self.joined(conditions, OR),
            Condition::Not(condition) => self.condition(condition).negated(),
            Condition::NewUser => Holds::one(NEW_USER),
            Condition::Claim(claim, test) => {
                let claim = self.sources.name(claim).to_owned();
                Holds::one(self.test(&claim, test))
            }
        }
    }

    fn joined(&mut self, conditions: &[Condition], between: &'static str) -> Holds {
        let conditions = conditions.iter().map(|condition| self.condition(condition)).collect();
        Holds::joined(conditions, between)
    }

    fn test(&mut self, claim: &str, test: &Test) -> String {
        match test {
            Test::Exists => format!("{claim} !== undefined"),
            Test::In(values, case) => {
                let values: Vec<String> = values.iter().map(literal::value).collect();
                let is_one_of = self.of_case("isOneOf", "isOneOfInAnyCase", *case);
                format!("{is_one_of}({claim}, [{}])", values.join(", "))
            }
            Test::Contains(part, case) => {
                let contains = self.of_case("contains", "containsInAnyCase", *case);
                format!("{contains}({claim}, {})", quoted(&case.fold(part)))
            }
            _ => {
                let passes = self.text_test(test);
                format!("{}({claim}, (text) => {passes})", self.helpers.name("someText"))
            }
        }
    }

    fn of_case(&mut self, told: &'static str, ignored: &'static str, case: Case) -> &'static str {
        self.helpers.name(if case == Case::Told { told } else { ignored })
    }

    /// The text as it is compared.
    fn folded(&mut self, case: Case) -> String {
        match case {
            Case::Told => "text".to_owned(),
            Case::Ignored => format!("{}(text)", self.helpers.name("foldCase")),
        }
    }

    fn text_test(&mut self, test: &Test) -> String {
        match test {
            Test::StartsWith(start, case) => {
                format!("{}.startsWith({})", self.folded(*case), quoted(&case.fold(start)))
            }
            Test::EndsWith(end, case) => {
                format!("{}.endsWith({})", self.folded(*case), quoted(&case.fold(end)))
            }
            Test::Glob(pattern, case) => {
                let folded = self.folded(*case);
                self.glob(&folded, &case.fold(pattern))
            }
            Test::Matches(expression) => format!("{}.test(text)", literal::expression(expression)),
            Test::Domain(domains) => {
                let domains: Vec<String> =
                    domains.iter().map(|domain| domain.to_ascii_lowercase()).collect();
                format!("{}(text, {})", self.helpers.name("isOfDomain"), texts(&domains))
            }
            // These ask about more than texts.
            Test::Exists | Test::In(..) | Test::Contains(..) => "true".to_owned(),
        }
    }

    /// Most patterns are a beginning, an end or a part.
    fn glob(&mut self, text: &str, pattern: &str) -> String {
        let parts: Vec<&str> = pattern.split('*').collect();
        match parts.as_slice() {
            _ if pattern.contains('?') => {}
            [whole] => return format!("{text} === {}", quoted(whole)),
            [start, ""] if !start.is_empty() => {
                return format!("{text}.startsWith({})", quoted(start));
            }
            ["", end] if !end.is_empty() => return format!("{text}.endsWith({})", quoted(end)),
            ["", part, ""] if !part.is_empty() => {
                return format!("{text}.includes({})", quoted(part));
            }
            _ => {}
        }
        format!("{}({text}, {})", self.helpers.name("isLike"), quoted(pattern))
    }
}
