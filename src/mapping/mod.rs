//! How claims become fields: who may take part, and what of its writes counts.

mod attribute_mappings;
mod claim_map;
mod engine;
mod guard;
mod ignored;
mod in_order;
mod permit;
pub(crate) mod precision;
mod reconciler;
mod rule_step;

pub use attribute_mappings::{AttributeMappings, MappingFault};
pub use claim_map::{CLAIM_MAP_TARGETS, claim_map};
pub use engine::{call_text, read_answer};
pub use guard::{Guarded, guard};
pub use ignored::{IgnoredBecause, IgnoredWrite, Unreadable};
pub use in_order::InOrder;
pub use permit::{IdentityPermit, Permit};
pub use reconciler::{
    Arguments, Author, EventLogEntry, EventLogType, Failure, FailureKind, Origin, Reconciled,
    Reconciler, Skipped,
};
pub use rule_step::{RuleEnd, RuleStep};
