//! The functions that exported lambdas call. A lambda has only those that it needs.

/// A helper function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Helper {
    /// Whether a value is there.
    IsThere,
    /// Whether a value, or an entry of a list, passes a test.
    Passes,
    /// The same where only a text can pass.
    TextPasses,
    /// Whether a text has a part, or a list an entry.
    Contains,
    /// Whether a text is like a pattern.
    IsLike,
    /// Small letters, A to Z only.
    Lower,
    /// What is inside an object, by own keys only.
    Inside,
}

/// The helper functions of one lambda.
#[derive(Debug, Clone, Default)]
pub(crate) struct Helpers(Vec<Helper>);

impl Helpers {
    /// Adds a function, and those that it calls.
    pub(crate) fn need(&mut self, helper: Helper) {
        if let Err(place) = self.0.binary_search(&helper) {
            self.0.insert(place, helper);
            for other in helper.calls() {
                self.need(*other);
            }
        }
    }

    /// Their texts, each with an empty line before it.
    pub(crate) fn text(&self) -> String {
        self.0.iter().flat_map(|helper| ["\n", helper.text(), "\n"]).collect()
    }
}

impl Helper {
    const fn calls(self) -> &'static [Self] {
        match self {
            Self::Passes => &[Self::IsThere],
            Self::TextPasses => &[Self::Passes],
            _ => &[],
        }
    }

    /// The function, with the comment before it.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::IsThere => IS_THERE,
            Self::Passes => PASSES,
            Self::TextPasses => TEXT_PASSES,
            Self::Contains => CONTAINS,
            Self::IsLike => IS_LIKE,
            Self::Lower => LOWER,
            Self::Inside => INSIDE,
        }
    }
}

const IS_THERE: &str = "\
/* Whether a value is there: null and an empty text are none. */
function isThere(value) {
  return value !== undefined && value !== null && value !== '';
}";

const PASSES: &str = "\
/* Whether a value passes a test. A list does when one of its entries does. */
function passes(value, test) {
  return Array.isArray(value) ? value.some((entry) => test(entry)) : isThere(value) && test(value);
}";

const TEXT_PASSES: &str = "\
/* The same for a test that only a text can pass. */
function textPasses(value, test) {
  return passes(value, (entry) => typeof entry === 'string' && test(entry));
}";

const CONTAINS: &str = "\
/* Whether a list has this entry, or a text this part. */
function contains(value, part) {
  return (Array.isArray(value) || typeof value === 'string') && value.includes(part);
}";

const IS_LIKE: &str = "\
/* Whether a text is like a pattern, in which * stands for any characters and ? for one. */
function isLike(text, pattern) {
  const characters = Array.from(text);
  const signs = Array.from(pattern);
  let character = 0;
  let sign = 0;
  let star = -1;
  let behind = 0;
  while (character < characters.length) {
    if (signs[sign] === '*') {
      star = sign;
      behind = character;
      sign += 1;
    } else if (sign < signs.length && (signs[sign] === '?' || signs[sign] === characters[character])) {
      character += 1;
      sign += 1;
    } else if (star < 0) {
      return false;
    } else {
      behind += 1;
      character = behind;
      sign = star + 1;
    }
  }
  return signs.slice(sign).every((rest) => rest === '*');
}";

const LOWER: &str = "\
/* A text with small letters for A to Z, or a list of such texts. */
function lower(value) {
  if (Array.isArray(value)) {
    return value.map((entry) => lower(entry));
  }
  return typeof value === 'string'
    ? value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    : value;
}";

const INSIDE: &str = "\
/* What an object has at these keys. What every object inherits, such as a constructor, is none of it. */
function inside(object, keys) {
  return keys.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, key)
        ? value[key]
        : undefined,
    object,
  );
}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_brings_what_it_calls() {
        let mut helpers = Helpers::default();
        helpers.need(Helper::TextPasses);
        helpers.need(Helper::TextPasses);
        let text = helpers.text();
        for name in ["isThere", "passes", "textPasses"] {
            assert_eq!(text.matches(&format!("function {name}(")).count(), 1, "{name}");
        }
        assert!(!text.contains("function lower("));
    }

    #[test]
    fn nothing_ends_with_its_line() {
        for helper in [
            Helper::IsThere,
            Helper::Passes,
            Helper::TextPasses,
            Helper::Contains,
            Helper::IsLike,
            Helper::Lower,
            Helper::Inside,
        ] {
            let text = helper.text();
            assert!(!text.contains("//") && !text.contains("#{") && !text.contains("@{"));
        }
    }
}
