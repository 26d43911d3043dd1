//! The names of claims.

use super::Reader;
use crate::claims::cognito::CLAIMS;
use crate::model::{Diagnostic, pointer, shorten};
use crate::policy::claim::{Claim, ClaimFault, Provider};
use crate::policy::words;
use serde_json::Value;

impl Reader {
    /// The claim that the text `value` names.
    pub(super) fn claim(&mut self, value: &Value, path: &str) -> Option<Claim> {
        let Some(text) = value.as_str() else {
            self.wrong_type(path.to_owned(), value, "the name of a claim");
            return None;
        };
        match Claim::parse(text, self.provider) {
            Ok(claim) => {
                // A pointer says that the name is meant as it stands.
                if !text.starts_with('/') {
                    self.note_unlikely(&claim, path);
                }
                Some(claim)
            }
            Err(fault) => {
                self.problem(unknown(text, path, fault));
                None
            }
        }
    }

    /// The claims of a list that needs one, or the one that stands alone.
    pub(super) fn claims(&mut self, value: &Value, path: &str) -> Vec<Claim> {
        let items = self.one_or_several(value, path);
        if !self.within(items.len(), super::limits::MOST_ITEMS, "claims", path) {
            return Vec::new();
        }
        items.into_iter().filter_map(|(item, path)| self.claim(item, &path)).collect()
    }

    /// A name that is nearly one of Cognito's is a slip more often than a claim that a trigger adds.
    fn note_unlikely(&mut self, claim: &Claim, path: &str) {
        let Claim::Canonical { name, .. } = claim else { return };
        let known =
            || CLAIMS.iter().map(|claim| claim.name).chain(words::names(words::COGNITO_MADE));
        if self.provider != Provider::Cognito || known().any(|other| other == name) {
            return;
        }
        let near =
            known().find(|other| strsim::damerau_levenshtein(other, name) <= 2 && name.len() > 3);
        if let Some(near) = near {
            self.notes.push(
                Diagnostic::warning(
                    "policy-claim-unlikely",
                    path,
                    format!("Cognito has no claim `{}`", shorten(name)),
                )
                .found(name)
                .help(format!(
                    "did you mean `{near}`? A claim that a trigger adds can be read as `{}`",
                    pointer::child("/claims", name)
                )),
            );
        }
    }
}

fn unknown(text: &str, path: &str, fault: ClaimFault) -> Diagnostic {
    let message = match fault {
        ClaimFault::Empty => "the name of the claim, or a part of it, is empty".to_owned(),
        ClaimFault::Root => format!("`{}` points to no claims", shorten(text)),
    };
    Diagnostic::error("policy-claim", path, message)
        .found(text)
        .expected("a claim's name, `jwt.…`, `id_token.…`, or a pointer that begins with `/claims/`, `/jwt/` or `/id_token/`")
        .help("write the claim's name as the token has it, such as `given_name`")
}
