//! The value of a rule, step by step.

use super::Printer;
use super::literal::{self, quoted};
use crate::model::{FieldChoice, Kind, convert};
use crate::policy::rule::{Missing, Rule, Source, Unusable};
use crate::policy::table::Unlisted;
use crate::policy::target::Target;
use crate::policy::transform::{Transform, Which};

/// Whether the rule refuses the login for a value that it cannot use.
pub(super) fn refuses_unusable(rule: &Rule) -> bool {
    rule.unusable == Unusable::Reject
}

/// Whether the rule may refuse the login.
pub(super) fn may_refuse(rule: &Rule) -> bool {
    let unlisted = rule.table.as_ref().map(|table| table.unlisted);
    refuses_unusable(rule) || rule.missing == Missing::Reject || unlisted == Some(Unlisted::Reject)
}

/// What the message of a rule's refusal begins with.
pub(super) fn refusal(rule: &Rule) -> String {
    format!("{0}: the rule `{0}` refuses the login: ", rule.id)
}

/// Expressions, each of which goes on with what the one before gave.
pub(super) struct Steps {
    /// The variable that they are assigned to.
    pub(super) variable: String,
    pub(super) done: Vec<String>,
    pub(super) latest: String,
}

impl Steps {
    /// The next step; a call does not become an argument of another call.
    fn then(&mut self, step: impl FnOnce(&str) -> String) {
        if self.latest.contains('(') {
            let next = step(&self.variable);
            self.done.push(std::mem::replace(&mut self.latest, next));
        } else {
            self.latest = step(&self.latest);
        }
    }

    /// The word that declares the variable where it is not assigned again.
    pub(super) const fn declaration(&self) -> &'static str {
        if self.done.is_empty() { "const " } else { "let " }
    }

    /// Assigns each to the variable; `first` stands before the first one.
    pub(super) fn assigned(&self, first: &str) -> Vec<String> {
        let words = std::iter::once(first).chain(std::iter::repeat(""));
        let expressions = self.done.iter().chain(std::iter::once(&self.latest));
        expressions
            .zip(words)
            .map(|(expression, word)| format!("{word}{} = {expression};", self.variable))
            .collect()
    }
}

impl Printer {
    /// How the value of `rule` comes about; undefined where there is none.
    pub(super) fn value(&mut self, target: &Target, rule: &Rule, variable: &str) -> Steps {
        let latest = self.source(rule);
        let mut steps = Steps { variable: variable.to_owned(), done: Vec::new(), latest };
        for transform in &rule.transforms {
            let reason = format!("`{}` takes {}", transform.name(), transform.takes());
            let rejects = rejects(rule, &reason);
            let step = self.step(transform);
            steps.then(|value| {
                step.replacen('\0', value, 1).replacen(")\0", &format!("{rejects})"), 1)
            });
        }
        if let Some(table) = &rule.table {
            let call = self.look_up(target, rule, table);
            steps.then(|value| call.replacen('\0', value, 1));
        }
        let is_held = rule.is_plain_constant();
        if !is_held {
            self.hold(target, rule, &mut steps);
        }
        if let Some(default) = &rule.default {
            steps.latest = format!("{} ?? {}", steps.latest, literal::value(default));
        }
        steps
    }

    fn source(&mut self, rule: &Rule) -> String {
        let names = |printer: &Self, between: &str| {
            let claims = rule.source.claims().iter();
            let names: Vec<&str> = claims.map(|claim| printer.sources.name(claim)).collect();
            names.join(between)
        };
        match &rule.source {
            Source::Constant(value) => literal::value(value),
            Source::FirstOf(_) => names(self, " ?? "),
            Source::Join { with, .. } => {
                let rejects = rejects(rule, "`join` takes texts, whole numbers and booleans");
                let join = self.helpers.name("joinTexts");
                format!("{join}([{}], {}{rejects})", names(self, ", "), quoted(with))
            }
        }
    }

    /// The call that takes a step: a NUL stands for the value, and one behind the end for the refusal.
    fn step(&mut self, transform: &Transform) -> String {
        let (each, step) = match transform {
            Transform::Join(with) => ("joinList", quoted(with)),
            Transform::Split(separator) => {
                ("eachList", format!("(text) => text.split({}).filter(Boolean)", quoted(separator)))
            }
            Transform::CognitoList => ("eachList", self.helpers.name("cognitoList").to_owned()),
            Transform::ToText => ("each", self.helpers.name("toText").to_owned()),
            Transform::ToNumber => ("each", self.helpers.name("toNumber").to_owned()),
            Transform::ToBoolean => ("each", self.helpers.name("toBoolean").to_owned()),
            Transform::ParseJson => ("eachText", self.helpers.name("parseJson").to_owned()),
            Transform::UrlDecode => ("eachText", self.helpers.name("urlDecode").to_owned()),
            Transform::Locale => ("eachText", self.helpers.name("localeOf").to_owned()),
            Transform::BirthDate => ("eachText", self.helpers.name("dayOf").to_owned()),
            _ => ("eachText", format!("(text) => {}", self.of_text(transform))),
        };
        format!("{}(\0, {step})\0", self.helpers.name(each))
    }

    /// What a step makes of `text`.
    fn of_text(&mut self, transform: &Transform) -> String {
        match transform {
            Transform::Trim => "text.trim()".to_owned(),
            Transform::LowerCase => "text.toLowerCase()".to_owned(),
            Transform::UpperCase => "text.toUpperCase()".to_owned(),
            Transform::Prefix(prefix) => format!("{} + text", quoted(prefix)),
            Transform::Suffix(suffix) => format!("text + {}", quoted(suffix)),
            Transform::Replace { text, by } => {
                format!("text.split({}).join({})", quoted(text), quoted(by))
            }
            Transform::Before(separator, Which::First) => {
                format!("text.split({})[0]", quoted(separator))
            }
            Transform::Before(separator, Which::Last) => self.cut("beforeLast", separator),
            Transform::After(separator, Which::First) => self.cut("after", separator),
            Transform::After(separator, Which::Last) => self.cut("afterLast", separator),
            Transform::Capture(expression) => {
                let capture = self.helpers.name("capture");
                format!("{capture}(text, {})", literal::expression(expression))
            }
            // The others are functions of their own.
            _ => "text".to_owned(),
        }
    }

    fn cut(&mut self, name: &'static str, separator: &str) -> String {
        format!("{}(text, {})", self.helpers.name(name), quoted(separator))
    }

    /// Makes the value what the field holds.
    fn hold(&mut self, target: &Target, rule: &Rule, steps: &mut Steps) {
        let Some(kind) = target.kind() else {
            // A claim alone is never one that counts as missing.
            if !rule.transforms.is_empty() || rule.table.is_some() {
                let present = self.helpers.name("present");
                steps.then(|value| format!("{present}({value})"));
            }
            return;
        };
        let rejects = rejects(rule, &format!("the field holds {}", convert::holds(kind)));
        let (hold, fits) = match kind {
            Kind::Text => ("asText", None),
            Kind::Roles => ("asTexts", None),
            Kind::Locales => ("asLocales", None),
            Kind::Memberships => ("asMemberships", None),
            Kind::Boolean => ("usable", Some("isBoolean")),
            Kind::Integer | Kind::Instant => ("usable", Some("Number.isSafeInteger")),
            Kind::Day => ("usable", Some("isDay")),
            Kind::Uri => ("usable", Some("isUri")),
            Kind::TimeZone => ("usable", Some("isTimeZone")),
            Kind::Uuid => ("usable", Some("isUuid")),
            Kind::Object => ("usable", Some("isObject")),
            Kind::Choice(choice) => ("usable", Some(is_choice(choice))),
            Kind::Registrations | Kind::Objects => ("usable", Some("isNever")),
        };
        let hold = self.helpers.name(hold);
        if kind == Kind::TimeZone {
            self.time_zones();
        }
        let fits = fits.map_or_else(String::new, |fits| {
            if !fits.contains('.') {
                self.helpers.name(fits);
            }
            format!(", {fits}")
        });
        steps.then(|value| format!("{hold}({value}{fits}{rejects})"));
    }
}

const fn is_choice(choice: FieldChoice) -> &'static str {
    match choice {
        FieldChoice::UsernameStatus => "isUsernameStatus",
        FieldChoice::PasswordChangeReason => "isPasswordChangeReason",
        FieldChoice::BreachedPasswordStatus => "isBreachedPasswordStatus",
    }
}

/// The argument that makes a step refuse the login, where the rule says so.
pub(super) fn rejects(rule: &Rule, reason: &str) -> String {
    if refuses_unusable(rule) {
        format!(", {}", quoted(&format!("{}{reason}", refusal(rule))))
    } else {
        String::new()
    }
}
