//! The words of a policy document, each with the meaning that editors show: one table for the reader, for the
//! JSON Schema and for the documentation.

/// A word, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub doc: &'static str,
}

const fn word(name: &'static str, doc: &'static str) -> Word {
    Word { name, doc }
}

/// The keys of a policy.
pub const POLICY: &[Word] = &[
    word("$schema", "The JSON Schema of this document, for editors."),
    word("name", "What this policy is called."),
    word("description", "What this policy is for."),
    word("provider", "Whose claims these are: it gives claims their canonical form."),
    word("linkingStrategy", "The linking strategy that this policy is written for."),
    word("gates", "What has to hold for a login to go on, in order."),
    word("map", "What the fields become, by field."),
];

/// The keys of a gate.
pub const GATE: &[Word] = &[
    word("id", "The gate's name in explanations; `gate-1`, `gate-2`, … where absent."),
    word("description", "Why there is this gate."),
    word("require", "What has to hold."),
    word("code", "The code of the refusal, for programs."),
    word("message", "The message of the refusal, for people."),
];

/// The keys of a rule.
pub const RULE: &[Word] = &[
    word("id", "The rule's name in explanations; made of the field's name where absent."),
    word("description", "Why there is this rule."),
    word("from", "The claim to read, or several: the first one that is there counts."),
    word("join", "Claims whose texts are joined; those that are missing are left out."),
    word("with", "What stands between joined texts; a blank where absent."),
    word("value", "A constant instead of a claim."),
    word("transform", "What is done to the value, step by step."),
    word("table", "What values become: for each value a value or a list of values."),
    word("unlisted", "What becomes of a value that is not in the table."),
    word("default", "The value where none came out."),
    word("when", "The rule counts only when this holds."),
    word("write", "When the field is written."),
    word("missing", "What happens to the field when no value came out."),
    word("unusable", "What happens when a value has the wrong type or form."),
];

/// The keys of a condition.
pub const CONDITION: &[Word] = &[
    word("all", "Each of these conditions holds."),
    word("any", "One of these conditions holds."),
    word("not", "This condition does not hold."),
    word("newUser", "Whether FusionAuth is about to create the user."),
    word("verified", "The claim `email` or `phone_number` that the provider calls verified."),
    word("claim", "The claim that is tested. A list passes a test when one of its entries does."),
    word("exists", "Whether the claim is there: not missing, not null and not an empty text."),
    word("equals", "The text, number or boolean that the claim is."),
    word("in", "The texts, numbers or booleans of which the claim is one."),
    word("contains", "A part of the text, or an entry of the list."),
    word("startsWith", "What the text starts with."),
    word("endsWith", "What the text ends with."),
    word("glob", "A pattern: `*` stands for any characters, `?` for one."),
    word("matches", "A regular expression, as JavaScript reads it with the flag `u`."),
    word("domain", "The domain, or the domains, that an e-mail address belongs to, in any case."),
    word("ignoreCase", "Whether the letters A to Z are the same in upper and lower case."),
];

/// The transforms that are a word alone.
pub const PLAIN_TRANSFORMS: &[Word] = &[
    word("trim", "Takes blanks off both ends."),
    word("lower-case", "Makes every letter small."),
    word("upper-case", "Makes every letter capital."),
    word("to-text", "Makes a text of a whole number or a boolean."),
    word("to-number", "Makes a number of a text such as `12` or `-1.5`."),
    word("to-boolean", "Makes a boolean of the text `true` or `false`, in any case."),
    word("parse-json", "Reads the JSON in a text."),
    word("url-decode", "Decodes `%20` and the like."),
    word("cognito-list", "Makes a list of a text such as `[a, b]`, as Cognito writes lists."),
    word("locale", "Makes a locale such as `en_US` of `en-us`, `EN_us` or `en`."),
    word("birth-date", "Makes `YYYY-MM-DD` of that, of `MM/DD/YYYY` or of a year alone."),
];

/// The transforms that are a word with a text.
pub const TEXT_TRANSFORMS: &[Word] = &[
    word("prefix", "Puts a text before."),
    word("suffix", "Puts a text after."),
    word("split", "Makes a list of a text, cut at each separator; empty parts are left out."),
    word("join", "Makes a text of a list, with a separator between the entries."),
    word("replace", "Replaces each occurrence of a text by that in `by`."),
    word(
        "capture",
        "Keeps what the first group of a regular expression captures, or the whole match.",
    ),
    word("before", "Keeps what stands before the first separator; all of it where there is none."),
    word("after", "Keeps what stands after the first separator; nothing where there is none."),
    word(
        "before-last",
        "Keeps what stands before the last separator; all of it where there is none.",
    ),
    word("after-last", "Keeps what stands after the last separator; nothing where there is none."),
];

/// What `provider` may be.
pub const PROVIDERS: &[Word] = &[
    word(
        "cognito",
        "Amazon Cognito: real booleans and lists, groups and the outside provider by name.",
    ),
    word(
        "oidc",
        "Any OpenID Connect provider: `email_verified` and `phone_number_verified` as booleans.",
    ),
];

/// What `write` may be.
pub const WRITES: &[Word] = &[
    word("always", "At every login."),
    word("on-create", "Only when the user, or the registration, is about to be created."),
    word("if-empty", "Only while the field is empty."),
    word("add", "At every login, keeping the entries that the list has."),
];

/// What `missing` may be.
pub const MISSINGS: &[Word] = &[
    word("keep", "The field stays as it is."),
    word("clear", "The field is emptied."),
    word("reject", "The login is refused."),
];

/// What `unusable` may be.
pub const UNUSABLES: &[Word] = &[
    word("skip", "The value is left out, and the explanation says why."),
    word("reject", "The login is refused."),
];

/// What `unlisted` may be.
pub const UNLISTEDS: &[Word] = &[
    word("drop", "It is left out."),
    word("keep", "It stays as it is."),
    word("reject", "The login is refused."),
];

/// What `verified` may be.
pub const VERIFIABLE: &[Word] =
    &[word("email", "The e-mail address."), word("phone_number", "The phone number.")];

/// The claims that the provider `cognito` makes of others.
pub const COGNITO_MADE: &[Word] = &[
    word(
        "assigned-groups",
        "The groups of `cognito:groups` without those that Cognito makes itself for each outside provider; \
         an empty list where the id token names none.",
    ),
    word(
        "provider-name",
        "The outside provider that the user signed in with; missing for the pool's own users.",
    ),
    word("provider-subject", "The user's id at that outside provider."),
];

/// The names of `words`.
///
/// ```
/// use reconcile_kit::policy::words;
///
/// assert_eq!(words::names(words::VERIFIABLE).collect::<Vec<_>>(), ["email", "phone_number"]);
/// ```
pub fn names(words: &'static [Word]) -> impl Iterator<Item = &'static str> + Clone {
    words.iter().map(|word| word.name)
}
