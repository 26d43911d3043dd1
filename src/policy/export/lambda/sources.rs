//! The claims that a lambda reads: each once, before anything else.

use super::helpers::Helpers;
use super::literal::{quoted, texts};
use super::names::{Names, camel};
use crate::policy::canonical::Form;
use crate::policy::claim::Claim;
use crate::policy::rule::Policy;

/// Claims, each with its variable and how it is read.
pub(super) struct Sources(Vec<(Claim, String, String)>);

impl Sources {
    pub(super) fn new(policy: &Policy, names: &mut Names, helpers: &mut Helpers) -> Self {
        let mut sources = Self(Vec::new());
        for claim in policy.claims() {
            if sources.name(claim).is_empty() {
                let name = names.take(&wishes(claim));
                sources.0.push((claim.clone(), name, reading(claim, helpers)));
            }
        }
        sources
    }

    /// Claims that are not read among the claims but at these expressions.
    pub(super) fn stored(claims: Vec<(&Claim, String)>, names: &mut Names) -> Self {
        let claims = claims.into_iter();
        Self(
            claims.map(|(claim, read)| (claim.clone(), names.take(&wishes(claim)), read)).collect(),
        )
    }

    /// The variable of a claim.
    pub(super) fn name(&self, claim: &Claim) -> &str {
        self.0.iter().find(|(other, ..)| other == claim).map_or("", |(_, name, _)| name)
    }

    /// Each variable, and what it holds.
    pub(super) fn reads(&self) -> Vec<(String, String)> {
        self.0.iter().map(|(_, name, reading)| (name.clone(), reading.clone())).collect()
    }
}

/// What the variable would best be called.
fn wishes(claim: &Claim) -> Vec<String> {
    let whole = camel(&claim.text());
    let last = match claim {
        Claim::Canonical { form: Form::AssignedGroups, .. } => "groups".to_owned(),
        Claim::Canonical { name, below, .. } => {
            let last = below.iter().rev().find(|step| step.parse::<u64>().is_err());
            camel(
                last.map_or_else(|| name.rsplit([':', '/']).next().unwrap_or(name), String::as_str),
            )
        }
        Claim::Raw { steps, .. } => {
            let last = steps.iter().rev().find(|step| step.parse::<u64>().is_err());
            camel(last.map_or("", String::as_str))
        }
    };
    vec![last.clone(), format!("{last}Claim"), whole, "claimed".to_owned()]
}

/// The expression that reads a claim.
fn reading(claim: &Claim, helpers: &mut Helpers) -> String {
    match claim {
        Claim::Raw { payload, steps } => {
            format!("{}({}, {})", helpers.name("at"), payload.name(), texts(steps))
        }
        Claim::Canonical { name, form, below } => {
            let whole = canonical(name, *form, helpers);
            if below.is_empty() {
                return whole;
            }
            format!("{}({whole}, {})", helpers.name("at"), texts(below))
        }
    }
}

fn canonical(name: &str, form: Form, helpers: &mut Helpers) -> String {
    let made = match form {
        Form::UserName => return format!("{}(jwt, id_token)", helpers.name("cognitoUserName")),
        Form::AssignedGroups => {
            return format!("{}(jwt, id_token)", helpers.name("assignedGroups"));
        }
        Form::ProviderName => {
            return format!("{}(jwt, id_token, 'providerName')", helpers.name("primaryIdentity"));
        }
        Form::ProviderSubject => {
            return format!("{}(jwt, id_token, 'userId')", helpers.name("primaryIdentity"));
        }
        Form::Plain => None,
        Form::Boolean => Some("booleanOf"),
        Form::Number => Some("numberOf"),
        Form::Texts => Some("textsOf"),
        Form::Address => Some("addressOf"),
        Form::Identities => Some("identitiesOf"),
        Form::Custom => Some("customOf"),
    };
    let [own, other] = if OF_EVERY_OBJECT.contains(&name) {
        let own = helpers.name("own");
        ["jwt", "id_token"].map(|payload| format!("{own}({payload}, {})", quoted(name)))
    } else if name.starts_with("cognito:") {
        // Cognito's own userinfo has none of these, so a lambda that asks it for one looks wrong.
        let own = helpers.name("own");
        [format!("{own}(jwt, {})", quoted(name)), format!("id_token?.[{}]", quoted(name))]
    } else if is_word(name) {
        [format!("jwt.{name}"), format!("id_token?.{name}")]
    } else {
        [format!("jwt[{}]", quoted(name)), format!("id_token?.[{}]", quoted(name))]
    };
    let plain = format!("{}({own}, {other})", helpers.name("claim"));
    made.map_or_else(|| plain.clone(), |made| format!("{}({plain})", helpers.name(made)))
}

/// What every object has from its prototype, which is no claim.
const OF_EVERY_OBJECT: [&str; 12] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Whether a name can stand behind a dot.
fn is_word(name: &str) -> bool {
    let is_letter = |character: char| character.is_ascii_alphanumeric() || character == '_';
    name.chars().all(is_letter) && !name.starts_with(|first: char| first.is_ascii_digit())
}
