//! The gates of a policy as a LoginValidation lambda, which refuses a login with a message that people see.
//!
//! Such a lambda runs behind the reconcile lambda and has no claims. It judges what the same policy stored of them.

mod stored;

use super::Exported;
use super::javascript::{Helper, Helpers, Printer, literal};
use crate::model::{Diagnostic, shorten};
use crate::policy::claim::Claim;
use crate::policy::rule::{Gate, Policy};
use std::fmt::Write as _;
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
/// assert!(exported.text.contains("passes(user.data?.department, (entry) => entry === 'sales')"));
/// ```
#[must_use]
pub fn login_validation(policy: &Policy) -> Exported {
    let (mut helpers, mut findings, mut gates) = (Helpers::default(), Vec::new(), String::new());
    for gate in &policy.gates {
        match places(policy, gate) {
            Ok(places) => {
                findings.extend(places.iter().filter_map(|(_, stored)| stored.caveat(gate)));
                print(gate, &places, &mut helpers, &mut gates);
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
    Exported { text: lambda(policy, &gates, &helpers), findings }
}

/// Where each claim of the gate is stored, or which of them are not.
fn places<'p>(
    policy: &'p Policy,
    gate: &'p Gate,
) -> Result<Vec<(&'p Claim, Stored<'p>)>, Vec<&'p Claim>> {
    let (mut places, mut missing) = (Vec::new(), Vec::new());
    for claim in gate.require.claims() {
        match Stored::of(claim, policy, &gate.require) {
            _ if places.iter().any(|(other, _)| *other == claim) || missing.contains(&claim) => {}
            Some(stored) => places.push((claim, stored)),
            None => missing.push(claim),
        }
    }
    if missing.is_empty() && !gate.require.asks_for_new_user() { Ok(places) } else { Err(missing) }
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

fn print(gate: &Gate, places: &[(&Claim, Stored<'_>)], helpers: &mut Helpers, text: &mut String) {
    if places.iter().any(|(_, stored)| stored.needs_inside()) {
        helpers.need(Helper::Inside);
    }
    let mut read = |claim: &Claim| {
        let place = places.iter().find(|(other, _)| *other == claim);
        place.map_or_else(|| "undefined".to_owned(), |(_, stored)| stored.expression())
    };
    // Only asked for where a gate asks for it, and such a gate is left out.
    let mut printer = Printer { read: &mut read, new_user: "false", helpers };
    let fails = printer.fails(&gate.require, 2);
    let comment = literal::comment(&format!("Gate {}", shorten(&gate.id)));
    let code = literal::text(gate.code.as_deref().unwrap_or(&gate.id));
    let message = literal::text(&gate.message);
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "\n  {comment}\n  if ({fails}) {{\n    refuse(result, {code}, {message});\n    return;\n  }}\n"
    );
}

fn lambda(policy: &Policy, gates: &str, helpers: &Helpers) -> String {
    let name = policy.name.as_deref().map_or(String::new(), |name| format!(" {}", shorten(name)));
    let title = literal::comment(&format!(
        "The gates of the policy{name} as a LoginValidation lambda, for FusionAuth 1.53.3 and newer."
    ));
    format!("{title}\n{VALIDATE}{gates}}}\n{REFUSE}{}", helpers.text())
}

const VALIDATE: &str = "
/* Put the ids of identity providers here to judge only their logins. While it is empty, all are judged. */
const PROVIDERS = [];

function validate(result, user, registration, context) {
  /* A login without an identity provider, such as one with a password, is not judged. */
  const provider = context && context.identityProvider;
  if (!provider || (PROVIDERS.length > 0 && !PROVIDERS.includes(provider.id))) {
    return;
  }
";

const REFUSE: &str = "
/* FusionAuth refuses a login that has errors. A text for the code in the theme goes before the message. */
function refuse(result, code, message) {
  result.errors.generalErrors = [{ code: code, message: message }];
}
";

#[cfg(test)]
mod tests;
