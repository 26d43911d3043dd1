//! A policy in FusionAuth's own forms, for whoever does not want to run the kit beside it.

mod attribute_mappings;
mod kickstart;
mod lambda;

pub use attribute_mappings::attribute_mappings;
pub(super) use attribute_mappings::empty_texts;
pub use kickstart::kickstart;
pub use lambda::{lambda, login_validation};

use super::Policy;
use crate::model::{Diagnostic, nearest, shorten};

/// What an export wrote, and what the reader should know about it.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Exported {
    /// The text; empty where the policy cannot be written in this form.
    pub text: String,
    /// What it does in another way than the policy, or cannot do.
    pub findings: Vec<Diagnostic>,
}

/// A form in which FusionAuth takes what a policy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A reconcile lambda.
    Lambda,
    /// Attribute mappings of the identity provider.
    AttributeMappings,
    /// A LoginValidation lambda.
    LoginValidation,
    /// A kickstart file that creates the lambda and assigns it.
    Kickstart,
}

impl Form {
    const ALL: [Self; 4] =
        [Self::Lambda, Self::AttributeMappings, Self::LoginValidation, Self::Kickstart];

    const fn name(self) -> &'static str {
        match self {
            Self::Lambda => "lambda",
            Self::AttributeMappings => "attribute-mappings",
            Self::LoginValidation => "login-validation",
            Self::Kickstart => "kickstart",
        }
    }

    /// The form of that name.
    ///
    /// # Errors
    ///
    /// Fails for a name that no form has, with the nearest one.
    pub fn by_name(name: &str) -> Result<Self, Diagnostic> {
        let names = || Self::ALL.into_iter().map(Self::name);
        Self::ALL.into_iter().find(|form| form.name() == name).ok_or_else(|| {
            let message = format!("`{}` is not a form of a policy", shorten(name));
            Diagnostic::error("unknown-value", "", message)
                .found(name)
                .expected(names().collect::<Vec<_>>().join(", "))
                .help(nearest(name, names()))
        })
    }
}

impl Policy {
    /// The policy in another form.
    ///
    /// ```
    /// use reconcile_kit::{check, policy::export::Form};
    ///
    /// let policy = check::read_policy(r#"{ "map": { "user.firstName": "jwt.given_name" } }"#)
    ///     .expect("a valid policy");
    /// let mappings = policy.export(Form::AttributeMappings);
    /// assert!(mappings.text.contains("jwt.given_name"));
    /// ```
    #[must_use]
    pub fn export(&self, form: Form) -> Exported {
        match form {
            Form::Lambda => lambda(self),
            Form::AttributeMappings => attribute_mappings(self),
            Form::LoginValidation => login_validation(self),
            Form::Kickstart => {
                let lambda = lambda(self);
                let mut kickstart = kickstart(self, &lambda.text);
                kickstart.findings.splice(0..0, lambda.findings);
                kickstart
            }
        }
    }
}
