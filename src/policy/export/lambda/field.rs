//! The rules of a field that holds one value: the first one that gives something decides.

use super::Printer;
use super::condition::Holds;
use super::literal::{comment, quoted, texts};
use super::names::{NEW_REGISTRATION, NEW_USER, camel};
use super::value::{Steps, refusal};
use crate::model::Kind;
use crate::policy::rule::{FieldRules, Missing, Rule, Write};
use crate::policy::target::{Object, Target};

impl Printer {
    pub(super) fn field(&mut self, field: &FieldRules) {
        if field.target.is_list() {
            self.list(field);
        } else if let [rule] = field.rules.as_slice() {
            self.only_rule(&field.target, rule);
        } else {
            self.rules(field);
        }
    }

    fn only_rule(&mut self, target: &Target, rule: &Rule) {
        let variable = self.variable(target);
        self.rule_name(target, rule);
        let guard = self.guard(target, rule);
        if let Some(guard) = &guard {
            self.code.open_if(guard);
        }
        let steps = self.given(target, rule, &variable);
        if rule.is_certain() && steps.done.is_empty() {
            self.write(target, &steps.latest);
        } else {
            self.assign(&steps, steps.declaration());
            self.refuse_missing(rule, &variable);
            if rule.is_certain() || rule.missing == Missing::Reject {
                self.write(target, &variable);
            } else {
                self.write_if_given(target, &variable);
            }
        }
        if guard.is_some() {
            self.code.close();
        }
    }

    fn rules(&mut self, field: &FieldRules) {
        let variable = self.variable(&field.target);
        let mut is_declared = false;
        for (index, rule) in field.rules.iter().enumerate() {
            self.rule_name(&field.target, rule);
            let open = (index > 0).then(|| Holds::one(format!("{variable} === undefined")));
            let guards =
                open.into_iter().chain(self.guard(&field.target, rule)).collect::<Vec<_>>();
            let is_guarded = !guards.is_empty();
            if is_guarded && !is_declared {
                self.code.line(&format!("let {variable};"));
            }
            if is_guarded {
                self.code.open_if(&Holds::all(guards));
            }
            let steps = self.given(&field.target, rule, &variable);
            self.assign(&steps, if is_guarded || is_declared { "" } else { "let " });
            is_declared = true;
            self.refuse_missing(rule, &variable);
            if is_guarded {
                self.code.close();
            }
        }
        self.write_if_given(&field.target, &variable);
    }

    /// The value of the rule, or what empties the field.
    fn given(&mut self, target: &Target, rule: &Rule, variable: &str) -> Steps {
        let mut steps = self.value(target, rule, variable);
        if rule.missing == Missing::Clear {
            let empty = if target.kind() == Some(Kind::Object) { "{}" } else { "null" };
            steps.latest = format!("{} ?? {empty}", steps.latest);
        }
        steps
    }

    pub(super) fn assign(&mut self, steps: &Steps, first: &str) {
        for line in steps.assigned(first) {
            self.code.line(&line);
        }
    }

    pub(super) fn refuse_missing(&mut self, rule: &Rule, variable: &str) {
        if rule.missing == Missing::Reject {
            self.code.open(&format!("if ({variable} === undefined) {{"));
            let message = quoted(&format!("{}it gives no value", refusal(rule)));
            self.code.line(&format!("throw new Error({message});"));
            self.code.close();
        }
    }

    /// The name of a rule that its author gave it.
    pub(super) fn rule_name(&mut self, target: &Target, rule: &Rule) {
        let name = target.name();
        let is_made = rule.id.strip_prefix(&name).is_some_and(|rest| {
            rest.is_empty()
                || rest.strip_prefix('#').is_some_and(|rest| rest.parse::<u32>().is_ok())
        });
        if !is_made {
            self.code.line(&format!("/* {} */", comment(&rule.id)));
        }
    }

    /// When the rule counts, where it does not always.
    fn guard(&mut self, target: &Target, rule: &Rule) -> Option<Holds> {
        let when = rule.when.as_ref().map(|when| self.condition(when));
        let guards: Vec<Holds> = when.into_iter().chain(self.write_guard(target, rule)).collect();
        (!guards.is_empty()).then(|| Holds::all(guards))
    }

    /// When the field may be written, where it may not always.
    pub(super) fn write_guard(&mut self, target: &Target, rule: &Rule) -> Option<Holds> {
        match rule.write {
            Write::Always | Write::Add => None,
            Write::OnCreate => Some(Holds::one(match target.object {
                Object::User => NEW_USER,
                Object::Registration => NEW_REGISTRATION,
            })),
            Write::IfEmpty => {
                let object = target.object.name();
                let stored = if target.below.is_empty() {
                    format!("{object}.{}", target.field)
                } else {
                    let steps: Vec<&str> = target.steps().collect();
                    format!("{}({object}, {})", self.helpers.name("stored"), texts(&steps))
                };
                Some(Holds::one(format!("{}({stored})", self.helpers.name("isEmpty"))))
            }
        }
    }

    fn write_if_given(&mut self, target: &Target, variable: &str) {
        self.code.open(&format!("if ({variable} !== undefined) {{"));
        self.write(target, variable);
        self.code.close();
    }

    fn write(&mut self, target: &Target, value: &str) {
        let object = target.object.name();
        let line = match target.below.as_slice() {
            [] if target.kind() != Some(Kind::Object) => {
                format!("{object}.{} = {value};", target.field)
            }
            [name] => {
                let put = self.helpers.name("putInto");
                format!("{put}({object}, '{}', {}, {value});", target.field, quoted(name))
            }
            _ => {
                let steps: Vec<&str> = target.steps().collect();
                format!("{}({object}, {}, {value});", self.helpers.name("put"), texts(&steps))
            }
        };
        self.code.line(&line);
    }

    /// A variable for what the field becomes.
    pub(super) fn variable(&mut self, target: &Target) -> String {
        let last = target.steps().last().map(camel).unwrap_or_default();
        let whole = camel(&target.name());
        self.names.take(&[last.clone(), format!("{last}Value"), whole, "fieldValue".to_owned()])
    }
}
