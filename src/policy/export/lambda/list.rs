//! The rules of a field that holds a list: each one adds to it.

use super::Printer;
use super::literal;
use super::names::camel;
use crate::model::Kind;
use crate::policy::rule::{FieldRules, Missing, Rule, Source, Write};

/// When a list keeps the entries that it has.
enum Keeps {
    /// Always, or never.
    Known(bool),
    /// When this variable is true.
    When(String),
}

impl Keeps {
    fn text(&self) -> &str {
        match self {
            Self::Known(true) => "true",
            Self::Known(false) => "false",
            Self::When(variable) => variable,
        }
    }
}

impl Printer {
    pub(super) fn list(&mut self, field: &FieldRules) {
        let variable = self.variable(&field.target);
        if let [rule] = field.rules.as_slice()
            && rule.when.is_none()
            && matches!(rule.write, Write::Always | Write::Add)
        {
            self.only_rule_of_list(field, rule, &variable);
            return;
        }
        self.code.line(&format!("let {variable} = [];"));
        let keeps = self.keeps(field, &variable);
        for rule in &field.rules {
            self.rule_name(&field.target, rule);
            let when = rule.when.as_ref().map(|when| self.condition(when));
            if let Some(when) = &when {
                self.code.open_if(when);
            }
            self.rule_of_list(field, rule, &variable, &keeps);
            if when.is_some() {
                self.code.close();
            }
        }
        self.set_list(field, &variable, keeps.text());
    }

    fn only_rule_of_list(&mut self, field: &FieldRules, rule: &Rule, variable: &str) {
        self.rule_name(&field.target, rule);
        let steps = self.value(&field.target, rule, variable);
        self.assign(&steps, steps.declaration());
        self.refuse_missing(rule, variable);
        let is_certain = rule.default.is_some() || rule.is_plain_constant();
        let keeps = match rule.missing {
            _ if rule.write == Write::Add => "true".to_owned(),
            Missing::Keep if !is_certain => format!("{variable} === undefined"),
            _ => "false".to_owned(),
        };
        let given = if is_certain || rule.missing == Missing::Reject {
            variable.to_owned()
        } else {
            format!("{variable} ?? []")
        };
        self.set_list(field, &given, &keeps);
    }

    /// Declares the variable that says whether the list keeps its entries, where that has to be seen.
    fn keeps(&mut self, field: &FieldRules, variable: &str) -> Keeps {
        let may_keep = |rule: &Rule| {
            let gives = rule.default.is_some() || rule.is_plain_constant();
            matches!(rule.write, Write::OnCreate | Write::IfEmpty)
                || rule.missing == Missing::Keep && !gives
        };
        if field.rules.iter().any(|rule| rule.write == Write::Add) {
            return Keeps::Known(true);
        }
        if !field.rules.iter().any(may_keep) {
            return Keeps::Known(false);
        }
        let name = camel(&format!("keeps_{variable}"));
        let name = self.names.take(&[name]);
        self.code.line(&format!("let {name} = false;"));
        Keeps::When(name)
    }

    fn rule_of_list(&mut self, field: &FieldRules, rule: &Rule, variable: &str, keeps: &Keeps) {
        let guard = self.write_guard(&field.target, rule);
        if let Some(guard) = &guard {
            self.code.open_if(guard);
        }
        self.add_to_list(field, rule, variable, keeps);
        if guard.is_some() {
            if let Keeps::When(keeps) = keeps {
                self.code.otherwise();
                self.code.line(&format!("{keeps} = true;"));
            }
            self.code.close();
        }
    }

    fn add_to_list(&mut self, field: &FieldRules, rule: &Rule, variable: &str, keeps: &Keeps) {
        let given = match &rule.source {
            Source::Constant(value) if rule.is_plain_constant() => literal::value(value),
            _ => self.given_to_list(field, rule, variable),
        };
        let is_certain = rule.is_plain_constant() || rule.default.is_some();
        if is_certain || rule.missing == Missing::Reject {
            self.code.line(&format!("{variable} = {variable}.concat({given});"));
            return;
        }
        self.code.line(&format!("{variable} = {variable}.concat({given} ?? []);"));
        if let (Keeps::When(keeps), Missing::Keep) = (keeps, rule.missing) {
            self.code.open(&format!("if ({given} === undefined) {{"));
            self.code.line(&format!("{keeps} = true;"));
            self.code.close();
        }
    }

    /// The variable with what the rule gives.
    fn given_to_list(&mut self, field: &FieldRules, rule: &Rule, variable: &str) -> String {
        let given = self.names.take(&[camel(&format!("new_{variable}"))]);
        let steps = self.value(&field.target, rule, &given);
        self.assign(&steps, steps.declaration());
        self.refuse_missing(rule, &given);
        given
    }

    fn set_list(&mut self, field: &FieldRules, given: &str, keeps: &str) {
        let is_of_groups = field.target.kind() == Some(Kind::Memberships);
        let set = self.helpers.name(if is_of_groups { "setMemberships" } else { "setList" });
        let (object, name) = (field.target.object.name(), &field.target.field);
        self.code.line(&format!("{set}({object}, '{name}', {given}, {keeps});"));
    }
}
