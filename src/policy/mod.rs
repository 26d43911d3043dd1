//! Policies: claims become fields by data instead of code.
//!
//! A policy is a document without an expression language. [`read`](read::read) turns it into a [`Policy`], and
//! [`evaluate`] runs one: gates first, then the rules of each field. What a value becomes is the same here, in
//! every host of the module, and in the lambda that [`export`] writes.

mod built;
mod canonical;
mod claim;
mod claim_set;
mod condition;
mod diff;
mod evaluate;
pub mod export;
mod expression;
mod given;
mod hold;
pub mod import;
pub mod in_words;
pub(crate) mod language;
mod outcome;
mod read;
pub(crate) mod reason;
mod reconciler;
mod report;
mod rule;
mod rule_value;
#[cfg(feature = "schema")]
pub(crate) mod shape;
mod table;
mod target;
mod transform;
pub mod value;
mod why;
pub mod words;

pub(crate) use built::IS_BUILT;
pub use canonical::Form;
pub use claim::{Claim, ClaimFault, Claims, Found, Payload, Provider};
pub use claim_set::ClaimSet;
pub use condition::{Case, Condition, Facts, Test};
pub use diff::{Difference, FieldResult, PolicyDiff, diff};
pub use evaluate::{Input, evaluate};
pub use expression::Expression;
pub use given::{Given, Wanted};
pub use outcome::{Denial, Evaluation, FieldWrite, SkippedValue};
pub use read::read;
pub use report::{PolicyDenial, PolicyResult, PolicySkip, PolicyWrite, RuleTrace};
pub use rule::{FieldRules, Gate, Missing, Policy, Rule, Source, Unusable, Write};
pub use table::{Table, Unlisted};
pub use target::{Object, Target, TargetFault};
pub use transform::{Step, Transform, Which};
pub use why::{Way, Why, why};
