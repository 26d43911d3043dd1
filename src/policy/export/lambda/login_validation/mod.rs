//! The gates of a policy as a LoginValidation lambda, which refuses a login with a message that people see.
//!
//! Such a lambda runs after the reconcile lambda and has no claims. It judges what the same policy stored of them.

mod stored;

use super::code::Code;
use super::helpers::Helpers;
use super::literal::{comment, quoted};
use super::names::Names;
use super::sources::Sources;
use super::{Exported, Printer};
use crate::model::{Diagnostic, shorten};
use crate::policy::claim::Claim;
use crate::policy::rule::{Gate, Policy};
use stored::Stored;

/// The gates of `policy` as the text of a LoginValidation lambda (since FusionAuth 1.53), as far as it can know
/// what they ask for.
///
/// The text is empty where no gate can be judged without the claims.
///
/// ```
/// use reconcile_kit::{check, policy::export};
///
/// let policy = check::read_policy(r#"{
///     "gates": [{ "require": { "claim": "department", "equals": "sales" } }],
///     "map": { "user.data.department": { "from": "department", "missing": "clear" } }
/// }"#).expect("a valid policy");
/// let exported = export::login_validation(&policy);
/// assert!(exported.text.contains("const department = at(user.data, ['department']);"));
/// ```
#[must_use]
pub fn login_validation(policy: &Policy) -> Exported {
    let (mut findings, mut gates, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for gate in &policy.gates {
        match stored(policy, gate) {
            Ok(stored) => {
                findings
                    .extend(stored.iter().filter_map(|(claim, stored)| stored.caveat(claim, gate)));
                gates.push(gate);
                add(&mut places, stored);
            }
            Err(missing) => findings.push(needs_claims(gate, &missing)),
        }
    }
    if gates.is_empty() {
        let message = "the policy has no gate that a login validation can judge";
        let help = "add a gate on a claim that a rule copies into `user.data`, or export the policy to a lambda";
        findings.push(Diagnostic::error("policy-no-gates", "/gates", message).help(help));
        return Exported { text: String::new(), findings };
    }
    let mut printer = printer(places, Helpers::new(false));
    let body = printer.judging(&gates);
    let mut text = format!("{}{VALIDATE}{body}}}\n{DENY}", header(policy));
    printer.helpers.print(&mut text);
    Exported { text, findings }
}

/// Claims, and where each is stored.
type Places<'p> = Vec<(&'p Claim, Stored<'p>)>;

/// Where each claim of the gate is stored, or which of them are not.
fn stored<'p>(policy: &'p Policy, gate: &'p Gate) -> Result<Places<'p>, Vec<&'p Claim>> {
    let (mut places, mut missing) = (Vec::new(), Vec::new());
    for claim in gate.require.claims() {
        match Stored::of(claim, policy) {
            Some(stored) => add(&mut places, vec![(claim, stored)]),
            None if missing.contains(&claim) => {}
            None => missing.push(claim),
        }
    }
    if missing.is_empty() && !gate.require.asks_for_new_user() { Ok(places) } else { Err(missing) }
}

/// Adds those that are not there yet.
fn add<'p>(places: &mut Places<'p>, more: Places<'p>) {
    for (claim, stored) in more {
        if places.iter().all(|(other, _)| *other != claim) {
            places.push((claim, stored));
        }
    }
}

fn needs_claims(gate: &Gate, missing: &[&Claim]) -> Diagnostic {
    const KEEP: &str = "keep the gate in the reconcile lambda, where it refuses the login with status 512 and \
                        without its message";
    let id = shorten(&gate.id);
    if missing.is_empty() {
        let message = format!(
            "the gate `{id}` asks whether the user is new, and a login validation cannot know that"
        );
        return Diagnostic::warning("policy-gate-needs-claims", gate.at.clone(), message)
            .help(KEEP);
    }
    let names: Vec<String> =
        missing.iter().map(|claim| format!("`{}`", shorten(&claim.text()))).collect();
    let names = names.join(", ");
    let message = format!("the gate `{id}` asks for {names}, and a login validation has no claims");
    Diagnostic::warning("policy-gate-needs-claims", gate.at.clone(), message).help(format!(
        "copy {names} into `user.data` by a rule with \"missing\": \"clear\" and nothing else, or {KEEP}"
    ))
}

fn printer(places: Places<'_>, mut helpers: Helpers) -> Printer {
    let mut names = Names::new(Helpers::names());
    for taken in ["result", "context", "provider", "PROVIDERS", "validate", "deny"] {
        names.take(&[taken.to_owned()]);
    }
    let reads = places.into_iter().map(|(claim, stored)| (claim, stored.reading(&mut helpers)));
    let sources = Sources::stored(reads.collect(), &mut names);
    Printer { code: Code::default(), names, helpers, sources, tables: Vec::new() }
}

impl Printer {
    /// The gates, of which the first that does not hold refuses the login.
    fn judging(&mut self, gates: &[&Gate]) -> String {
        for (name, read) in self.sources.reads() {
            self.code.line(&format!("const {name} = {read};"));
        }
        for gate in gates {
            if !gate.id.starts_with("gate-") {
                self.code.line(&format!("/* {} */", comment(&gate.id)));
            }
            let holds = self.condition(&gate.require);
            self.code.open_if(&holds.negated());
            let code = gate.code.as_deref().unwrap_or(&gate.id);
            self.code.line(&format!("deny(result, {}, {});", quoted(code), quoted(&gate.message)));
            self.code.line("return;");
            self.code.close();
        }
        std::mem::take(&mut self.code).into_text()
    }
}

fn header(policy: &Policy) -> String {
    let name = policy.name.as_deref().map_or("A policy".to_owned(), comment);
    format!(
        "/*\n * {name}: its gates, as a LoginValidation lambda for FusionAuth 1.53.3 and newer.\n *\n \
         * Made by reconcile-kit from a policy: change the policy and export it again.\n */\n"
    )
}

/// FusionAuth 1.53.0 to 1.53.2 run it too, and do not show the message of a login through an identity provider.
const VALIDATE: &str = "
/* Put ids of identity providers here to judge only their logins. While it is empty, all are judged. */
const PROVIDERS = [];

function validate(result, user, registration, context) {
  /* A login without an identity provider, such as one with a password, is not judged. */
  const provider = context.identityProvider;
  if (!provider || (PROVIDERS.length > 0 && !PROVIDERS.includes(provider.id))) {
    return;
  }
";

const DENY: &str = "
/* FusionAuth refuses a login with errors. Where the theme has a text for the code, it shows that. */
function deny(result, code, message) {
  result.errors.generalErrors = [{ code: code, message: message }];
}
";

#[cfg(test)]
mod tests;
