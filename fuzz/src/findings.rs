//! What holds of every finding.

use std::path::Path;

use reconcile_kit::model::{Diagnostic, Severity};

/// Every finding has a code with a page, a place, a sentence, and says what to do.
pub(crate) fn says_what_to_do(findings: &[Diagnostic]) {
    for finding in findings {
        let is_kebab =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(!finding.code.is_empty(), "a finding without a code: {finding:?}");
        assert!(finding.code.bytes().all(is_kebab), "an odd code: {finding:?}");
        assert!(!finding.message.is_empty(), "a finding without words: {finding:?}");
        assert!(!finding.help.is_empty(), "a finding without help: {finding:?}");
        assert!(
            finding.path.is_empty() || finding.path.starts_with('/'),
            "a place that is no pointer: {finding:?}"
        );
        assert_eq!(finding.line.is_some(), finding.column.is_some(), "half a place: {finding:?}");
        assert!(has_page(&finding.url), "a finding without a page: {finding:?}");
    }
}

fn has_page(url: &str) -> bool {
    // The package of the fuzz targets, or the one whose tests replay them.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join(url).is_file() || here.join("..").join(url).is_file()
}

/// A document that was refused: there are reasons, and one of them is an error.
pub(crate) fn refused_for_a_reason(findings: &[Diagnostic]) {
    says_what_to_do(findings);
    assert!(has_error(findings), "refused without an error: {findings:?}");
}

pub(crate) fn has_error(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| matches!(finding.severity, Severity::Error))
}

/// Places in a text are in it, and the finding is about what stands there.
pub(crate) fn lies_within(findings: &[Diagnostic], text: &str) {
    let lines = text.split('\n').count();
    for finding in findings.iter().filter(|finding| finding.file.is_none()) {
        assert!(finding.line.is_none_or(|line| (1..=lines).contains(&line)), "{finding:?}");
        assert!(finding.column.is_none_or(|column| column >= 1), "{finding:?}");
    }
}
