//! A policy as the text of a reconcile lambda that does the same.
//!
//! The text is made of the gates, the rules by field, and those functions of `helpers/` that they need. No line
//! comments stand in it, because kickstart joins lines.

mod code;
mod condition;
mod field;
mod helpers;
mod list;
mod literal;
mod login_validation;
mod names;
mod sources;
mod table;
mod value;
mod zones;

pub use login_validation::login_validation;

use super::Exported;
use crate::model::Diagnostic;
use crate::policy::rule::{Gate, Policy, Write};
use crate::policy::target::Object;
use code::Code;
use helpers::Helpers;
use literal::{comment, quoted};
use names::Names;
use sources::Sources;

/// The reconcile lambda that does what `policy` does.
///
/// ```
/// use reconcile_kit::{check, policy::export};
///
/// let policy = check::read_policy(r#"{ "map": { "user.firstName": "given_name" } }"#)
///     .expect("a valid policy");
/// assert!(export::lambda(&policy).text.contains("user.firstName = firstName;"));
/// ```
#[must_use]
pub fn lambda(policy: &Policy) -> Exported {
    let mut printer = Printer::new(policy);
    let body = printer.body(policy);
    let mut text = header(policy);
    for table in &printer.tables {
        text.push('\n');
        text.push_str(table);
    }
    text.push_str("\nfunction reconcile(user, registration, jwt, id_token) {\n");
    text.push_str(&body);
    text.push_str("}\n");
    printer.helpers.print(&mut text);
    Exported { text, findings: findings(policy) }
}

/// What is printed so far, and what that needs.
struct Printer {
    code: Code,
    names: Names,
    helpers: Helpers,
    sources: Sources,
    /// Texts of constants.
    tables: Vec<String>,
}

impl Printer {
    fn new(policy: &Policy) -> Self {
        let refuses = policy.rules().any(|(_, rule)| value::refuses_unusable(rule));
        let mut helpers = Helpers::new(refuses);
        let mut names = Names::new(Helpers::names());
        let sources = Sources::new(policy, &mut names, &mut helpers);
        Self { code: Code::default(), names, helpers, sources, tables: Vec::new() }
    }

    fn body(&mut self, policy: &Policy) -> String {
        for (name, claim) in self.sources.reads() {
            self.code.line(&format!("const {name} = {claim};"));
        }
        self.new_objects(policy);
        self.code.blank();
        for gate in &policy.gates {
            self.gate(gate);
        }
        self.code.blank();
        let mut is_inside = false;
        for field in &policy.fields {
            let belongs_inside = field.target.object == Object::Registration;
            if belongs_inside != is_inside {
                if is_inside {
                    self.code.close();
                } else {
                    self.code.open("if (registration) {");
                }
                is_inside = belongs_inside;
            }
            let start = self.code.place();
            self.field(field);
            self.code.set_apart(start);
        }
        if is_inside {
            self.code.close();
        }
        std::mem::take(&mut self.code).into_text()
    }

    /// Whether the objects are new is asked before anything is written.
    fn new_objects(&mut self, policy: &Policy) {
        let on_create = |object| {
            let mut rules = policy.rules();
            rules.any(|(target, rule)| target.object == object && rule.write == Write::OnCreate)
        };
        let asked = policy.conditions().any(crate::policy::Condition::asks_for_new_user);
        if asked || on_create(Object::User) {
            let is_new = self.helpers.name("isNew");
            self.code.line(&format!("const {} = {is_new}(user);", names::NEW_USER));
        }
        if on_create(Object::Registration) {
            let is_new = self.helpers.name("isNew");
            let name = names::NEW_REGISTRATION;
            self.code
                .line(&format!("const {name} = Boolean(registration) && {is_new}(registration);"));
        }
    }

    fn gate(&mut self, gate: &Gate) {
        if !gate.id.starts_with("gate-") {
            self.code.line(&format!("/* {} */", comment(&gate.id)));
        }
        let holds = self.condition(&gate.require);
        self.code.open_if(&holds.negated());
        let code = gate.code.as_deref().unwrap_or(&gate.id);
        self.throw(code, &gate.message);
        self.code.close();
    }

    fn throw(&mut self, code: &str, message: &str) {
        let text = quoted(&format!("{code}: {message}"));
        self.code.line(&format!("throw new Error({text});"));
    }
}

fn header(policy: &Policy) -> String {
    let name = policy.name.as_deref().map_or("A policy".to_owned(), comment);
    let linking = policy.strategy.map_or_else(String::new, |strategy| {
        format!("\n * It is written for the linking strategy {}.", strategy.name())
    });
    format!(
        "/*\n * {name}\n *\n * Made by reconcile-kit from a policy: change the policy and export it again.{linking}\n */\n"
    )
}

/// What the author of a policy with refusals may not expect.
fn findings(policy: &Policy) -> Vec<Diagnostic> {
    let first = policy.gates.first().map(|gate| gate.at.as_str()).or_else(|| {
        let mut rules = policy.rules();
        rules.find(|(_, rule)| value::may_refuse(rule)).map(|(_, rule)| rule.at.as_str())
    });
    let unseen = |at: &str| {
        Diagnostic::info(
            "policy-refusal-unseen",
            at,
            "the user does not see why a reconcile lambda refuses the login",
        )
        .help("FusionAuth writes the code and the message to the event log; a login validation lambda can show them")
    };
    first.map(unseen).into_iter().collect()
}

#[cfg(test)]
mod tests;
