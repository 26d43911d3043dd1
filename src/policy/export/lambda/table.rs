//! Tables as constants.

use super::Printer;
use super::literal::{self, quoted};
use super::names::screaming;
use super::value::{refusal, rejects};
use crate::policy::claim::Claim;
use crate::policy::rule::Rule;
use crate::policy::table::{Table, Unlisted};
use crate::policy::target::Target;
use std::fmt::Write as _;

impl Printer {
    /// The call that looks a value up; a NUL stands for the value.
    pub(super) fn look_up(&mut self, target: &Target, rule: &Rule, table: &Table) -> String {
        let name = self.table(target, rule, table);
        let rejects = rejects(rule, "a table takes texts, whole numbers and booleans");
        let unlisted = match table.unlisted {
            Unlisted::Drop if rejects.is_empty() => String::new(),
            Unlisted::Drop => ", undefined".to_owned(),
            Unlisted::Keep => ", (item) => item".to_owned(),
            Unlisted::Reject => {
                let refuse = self.helpers.name("refuseUnlisted");
                format!(", (item) => {refuse}(item, {})", quoted(&refusal(rule)))
            }
        };
        let value = if rule.drops_to_nothing(target) {
            format!("{}(\0)", self.helpers.name("inList"))
        } else {
            "\0".to_owned()
        };
        format!("{}({value}, {name}{unlisted}{rejects})", self.helpers.name("lookUp"))
    }

    /// The name of the constant with the table.
    fn table(&mut self, target: &Target, rule: &Rule, table: &Table) -> String {
        let field = target.steps().last().map(screaming).unwrap_or_default();
        let of = rule.source.claims().first().map_or_else(String::new, |claim| match claim {
            Claim::Canonical { name, .. } => {
                screaming(name.rsplit([':', '/']).next().unwrap_or(name))
            }
            Claim::Raw { steps, .. } => {
                steps.last().map(|step| screaming(step)).unwrap_or_default()
            }
        });
        let of = of.strip_prefix("ASSIGNED_").unwrap_or(&of);
        let name = self.names.take(&[format!("{field}_OF_{of}"), "TABLE".to_owned()]);
        let mut text = format!("const {name} = {{\n");
        for (key, value) in &table.entries {
            let _ = writeln!(text, "  {}: {},", literal::key(key), literal::value(value));
        }
        text.push_str("};\n");
        self.tables.push(text);
        name
    }
}
