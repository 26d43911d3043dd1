//! Conditions as JavaScript expressions, with exactly the meaning that they have in the core.

use super::helper::{Helper, Helpers};
use super::literal;
use crate::policy::claim::Claim;
use crate::policy::condition::{Case, Condition, Test};

/// Longest line that a chain of conditions makes.
const WIDTH: usize = 100;

/// Prints conditions for one lambda.
pub(crate) struct Printer<'a> {
    /// How the lambda obtains a claim's value.
    pub(crate) read: &'a mut dyn FnMut(&Claim) -> String,
    /// The expression that is true when FusionAuth is about to create the user.
    pub(crate) new_user: &'a str,
    /// The functions that the printed conditions call.
    pub(crate) helpers: &'a mut Helpers,
}

impl Printer<'_> {
    /// The expression that is true when `condition` holds, in a line that begins with `indent` blanks.
    pub(crate) fn holds(&mut self, condition: &Condition, indent: usize) -> String {
        match condition {
            Condition::All(conditions) => self.chain(conditions, "&&", indent),
            Condition::Any(conditions) => self.chain(conditions, "||", indent),
            Condition::Not(condition) => self.fails(condition, indent),
            Condition::Claim(claim, test) => self.test(claim, test),
            Condition::NewUser => self.new_user.to_owned(),
        }
    }

    /// The expression that is true when `condition` does not hold.
    pub(crate) fn fails(&mut self, condition: &Condition, indent: usize) -> String {
        match condition {
            Condition::Not(condition) => self.holds(condition, indent),
            Condition::All(several) | Condition::Any(several) if several.len() > 1 => {
                format!("!({})", self.holds(condition, indent))
            }
            Condition::All(several) | Condition::Any(several) => match several.first() {
                Some(only) => self.fails(only, indent),
                None => format!("!{}", self.holds(condition, indent)),
            },
            Condition::Claim(..) | Condition::NewUser => {
                format!("!{}", self.holds(condition, indent))
            }
        }
    }

    fn chain(&mut self, conditions: &[Condition], operator: &str, indent: usize) -> String {
        let deeper = indent + 2;
        let mut parts = Vec::with_capacity(conditions.len());
        for condition in conditions {
            let part = self.holds(condition, deeper);
            parts.push(if is_chain(condition) && conditions.len() > 1 {
                format!("({part})")
            } else {
                part
            });
        }
        let line = parts.join(&format!(" {operator} "));
        if parts.is_empty() {
            // All of none hold, one of none does not.
            return (operator == "&&").to_string();
        }
        if indent + line.len() <= WIDTH && !line.contains('\n') {
            return line;
        }
        parts.join(&format!("\n{:deeper$}{operator} ", ""))
    }

    fn test(&mut self, claim: &Claim, test: &Test) -> String {
        let value = (self.read)(claim);
        let text = |part: &str, case: Case| literal::text(&case.fold(part));
        match test {
            Test::Exists => self.call(Helper::IsThere, "isThere", &value, None),
            Test::In(values, case) => {
                let values = values.iter().map(|value| match value.as_str() {
                    Some(string) => text(string, *case),
                    None => literal::scalar(value),
                });
                let passes = match values.len() {
                    1 => format!("(entry) => entry === {}", values.collect::<String>()),
                    _ => format!("(entry) => {}.includes(entry)", literal::list(values)),
                };
                let value = self.folded(value, *case);
                self.call(Helper::Passes, "passes", &value, Some(&passes))
            }
            Test::Contains(part, case) => {
                let value = self.folded(value, *case);
                self.call(Helper::Contains, "contains", &value, Some(&text(part, *case)))
            }
            Test::StartsWith(start, case) => {
                self.text_test(value, *case, &format!("text.startsWith({})", text(start, *case)))
            }
            Test::EndsWith(end, case) => {
                self.text_test(value, *case, &format!("text.endsWith({})", text(end, *case)))
            }
            Test::Glob(glob, case) => {
                self.helpers.need(Helper::IsLike);
                self.text_test(value, *case, &format!("isLike(text, {})", text(glob, *case)))
            }
            Test::Matches(expression) => {
                let expression = literal::expression(expression.source());
                self.text_test(value, Case::Told, &format!("{expression}.test(text)"))
            }
            Test::Domain(domains) => self.text_test(value, Case::Ignored, &of_domain(domains)),
        }
    }

    fn text_test(&mut self, value: String, case: Case, test: &str) -> String {
        let value = self.folded(value, case);
        let test = format!("(text) => {test}");
        self.call(Helper::TextPasses, "textPasses", &value, Some(&test))
    }

    /// Where case is ignored, both sides have small letters.
    fn folded(&mut self, value: String, case: Case) -> String {
        match case {
            Case::Told => value,
            Case::Ignored => {
                self.helpers.need(Helper::Lower);
                format!("lower({value})")
            }
        }
    }

    fn call(&mut self, helper: Helper, name: &str, value: &str, other: Option<&str>) -> String {
        self.helpers.need(helper);
        match other {
            Some(other) => format!("{name}({value}, {other})"),
            None => format!("{name}({value})"),
        }
    }
}

/// A domain has no at sign, so an address that ends with `@` and the domain is of that domain.
fn of_domain(domains: &[String]) -> String {
    let mut ends =
        domains.iter().map(|domain| literal::text(&format!("@{}", Case::Ignored.fold(domain))));
    match domains.len() {
        1 => format!("text.endsWith({})", ends.next().unwrap_or_default()),
        _ => format!("{}.some((end) => text.endsWith(end))", literal::list(ends)),
    }
}

/// Whether a condition is printed with an operator between its parts.
fn is_chain(condition: &Condition) -> bool {
    match condition {
        Condition::All(several) | Condition::Any(several) => match several.as_slice() {
            [only] => is_chain(only),
            several => !several.is_empty(),
        },
        // Two negations are printed as none.
        Condition::Not(inner) => matches!(&**inner, Condition::Not(inner) if is_chain(inner)),
        Condition::Claim(..) | Condition::NewUser => false,
    }
}
