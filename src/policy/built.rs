//! Whether policies are part of this build.
//!
//! They are half of what a module weighs, and a page that previews logins can do without them at first. Without the
//! feature `policy`, [`read`](super::read) reads none, a scenario's setting shows none, and `check` asks no rules about
//! one. These three ask [`IS_BUILT`], a constant, so the compiler sees that nothing takes a policy any more, and drops
//! what would.

use crate::model::Diagnostic;

/// Whether there can be a policy.
pub(crate) const IS_BUILT: bool = cfg!(feature = "policy");

/// There cannot.
pub(super) fn not_built() -> Diagnostic {
    let message = "the core that was loaded is the one without policies";
    Diagnostic::error("policy-not-in-this-module", "", message)
        .help("load the whole module and ask it again")
}
