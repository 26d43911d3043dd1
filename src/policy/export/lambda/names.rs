//! Names of variables and constants.

use super::literal::is_name;
use std::collections::BTreeSet;

/// Whether FusionAuth is about to create the user.
pub(super) const NEW_USER: &str = "isNewUser";
/// Whether FusionAuth is about to create the registration.
pub(super) const NEW_REGISTRATION: &str = "isNewRegistration";

/// Words that no variable may have as its name, and names that the text uses otherwise.
const TAKEN: &str = "arguments async await break case catch class const continue debugger default delete do else enum \
    eval export extends false finally for function get if implements import in instanceof interface let new null of \
    package private protected public return set static super switch this throw true try typeof undefined var void \
    while with yield Array Boolean Error Infinity JSON NaN Number Object RegExp Set String Symbol \
    decodeURIComponent reconcile user registration jwt id_token isNewUser isNewRegistration item text TIME_ZONES";

/// The names that are taken.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    pub(super) fn new(helpers: impl Iterator<Item = &'static str>) -> Self {
        Self(TAKEN.split_whitespace().chain(helpers).map(str::to_owned).collect())
    }

    /// The first of these names that is free, or the last one with a number.
    pub(super) fn take(&mut self, wishes: &[String]) -> String {
        let wishes: Vec<&String> = wishes.iter().filter(|wish| is_name(wish)).collect();
        let last = wishes.last().map_or("value", |wish| wish.as_str());
        let numbered = (2..).map(|number: u32| format!("{last}{number}"));
        let mut free = wishes.iter().map(|wish| (*wish).clone()).chain(numbered);
        let name = free.find(|name| !self.0.contains(name)).unwrap_or_default();
        self.0.insert(name.clone());
        name
    }
}

/// The words of a name such as `email_verified`, `firstName` or `custom:team`.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for character in text.chars() {
        let begins =
            !character.is_ascii_alphanumeric() || was_small && character.is_ascii_uppercase();
        if begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_ascii_alphanumeric()) {
            word.push(character.to_ascii_lowercase());
        }
        was_small = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `emailVerified`.
pub(super) fn camel(text: &str) -> String {
    let mut name = String::new();
    for word in words(text) {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !name.is_empty() => name.push(first.to_ascii_uppercase()),
            first => name.extend(first),
        }
        name.extend(letters);
    }
    name
}

/// `EMAIL_VERIFIED`.
pub(super) fn screaming(text: &str) -> String {
    words(text).join("_").to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_usual_form_and_are_free() {
        assert_eq!(camel("custom:team-name"), "customTeamName");
        assert_eq!(camel("firstName"), "firstName");
        assert_eq!(screaming("firstName"), "FIRST_NAME");
        let mut names = Names::new(std::iter::once("claim"));
        let mut take = |wish: &str| names.take(&[wish.to_owned()]);
        assert_eq!(take("email"), "email");
        assert_eq!(take("email"), "email2");
        assert_eq!(take("claim"), "claim2");
        assert_eq!(take("1st"), "value2");
        assert_eq!(take("class"), "class2");
    }
}
