//! Ids as FusionAuth's Java classes read them.

/// `text` as the UUID that it is, in lower case.
pub(super) fn uuid(text: &str) -> Option<String> {
    let text = super::convert::trimmed(text);
    let groups = [8, 4, 4, 4, 12];
    let mut parts = text.split('-');
    let is_uuid = groups.iter().all(|length| {
        parts.next().is_some_and(|part| {
            part.len() == *length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    }) && parts.next().is_none();
    is_uuid.then(|| text.to_ascii_lowercase())
}
