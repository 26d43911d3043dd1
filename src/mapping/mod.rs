//! How claims become fields: who may take part, and what of its writes counts.

mod attribute_mappings;
mod guard;
mod reconciler;

pub use attribute_mappings::{AttributeMappings, MappingFault};
pub use guard::{Guarded, IdentityPermit, IgnoredBecause, IgnoredWrite, Permit, Unreadable, guard};
pub use reconciler::{
    Arguments, Author, EventLogEntry, EventLogType, Failure, FailureKind, Origin, Reconciled,
    Reconciler, Skipped,
};
