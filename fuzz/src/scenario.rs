//! Bytes as a scenario.

use reconcile_kit::check;
use reconcile_kit::explain;
use reconcile_kit::scenario::Scenario;

use super::findings::{has_error, lies_within, refused_for_a_reason, says_what_to_do};
use super::preview::is_sound;

/// Reads the bytes as a scenario, simulates it, and compares the strategies.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn run(data: &[u8]) {
    let text = match check::decode_text(data) {
        Ok(text) => text,
        Err(problem) => return refused_for_a_reason(&[problem]),
    };
    let findings = check::check(text);
    says_what_to_do(&findings);
    lies_within(&findings, text);
    match check::read_scenario(text) {
        Ok(scenario) => simulate(&scenario),
        Err(problems) => {
            refused_for_a_reason(&problems);
            lies_within(&problems, text);
            let is_checked = has_error(&findings) || !is_scenario(text);
            assert!(is_checked, "refused, and `check` finds nothing: {problems:?}");
        }
    }
}

/// `check` takes policies and identity providers too.
fn is_scenario(text: &str) -> bool {
    let document = check::parse(text).unwrap_or_default();
    document.get("identityProvider").is_some() && document.get("login").is_some()
}

fn simulate(scenario: &Scenario) {
    let preview = explain::preview(scenario, None);
    is_sound(&preview);
    assert_eq!(explain::preview(scenario, None), preview, "the same scenario, another outcome");
    let _ = explain::verify(scenario, &preview);
    let comparison = explain::compare(scenario, None);
    assert_eq!(comparison.0.len(), 7, "a strategy is missing");
    let own = scenario.setting.identity_provider.linking_strategy;
    for (strategy, compared) in &comparison.0 {
        is_sound(compared);
        assert!(own != Some(*strategy) || *compared == preview, "compared, another outcome");
    }
}
