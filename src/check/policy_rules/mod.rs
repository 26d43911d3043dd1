//! Rules that look for trouble in a policy that can be used, one file each, named by its code.
//!
//! What they say of conditions is proved, and a proof that would take too long is said to be left out.

mod policy_field_ignored;
mod policy_gate_without_effect;
mod policy_keeps_old_roles;
mod policy_own_groups_as_roles;
mod policy_refuses_everyone;
mod policy_rule_never_applies;
mod policy_rules_conflict;
mod policy_string_boolean;
mod policy_too_complex;
mod policy_unverified_email;
mod subject;

use crate::model::Diagnostic;
use crate::policy::Policy;
use subject::Subject;

/// Everything the rules find in `policy`, with pointers into it.
pub(super) fn run(policy: &Policy) -> Vec<Diagnostic> {
    let mut subject = Subject::new(policy);
    let mut findings = Vec::new();
    findings.extend(policy_field_ignored::find(policy));
    findings.extend(policy_string_boolean::find(policy));
    findings.extend(policy_own_groups_as_roles::find(policy));
    findings.extend(policy_gate_without_effect::find(&mut subject));
    let nobody = policy_refuses_everyone::find(&mut subject);
    // Where nobody gets in, no rule applies, and none needs to be told so.
    if nobody.is_none() {
        findings.extend(policy_rule_never_applies::find(&mut subject));
        findings.extend(policy_rules_conflict::find(&mut subject));
        findings.extend(policy_keeps_old_roles::find(&mut subject));
        findings.extend(policy_unverified_email::find(&mut subject));
    }
    findings.extend(nobody);
    findings.extend(policy_too_complex::find(&subject));
    findings
}

/// What the rules find in a test's policy: code, severity and place.
#[cfg(test)]
fn found(policy: &serde_json::Value, code: &str) -> Vec<Diagnostic> {
    let policy = crate::policy::read(policy).unwrap_or_default();
    run(&policy).into_iter().filter(|finding| finding.code == code).collect()
}
