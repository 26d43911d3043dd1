//! Dates in words, as a REST API prints them, found without the reader's own arithmetic.

/// `Mon Jun 10 17:37:39 UTC 2019`, counted day by day.
pub(crate) fn in_words(seconds: u32) -> String {
    const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [(&str, u32); 12] = [
        ("Jan", 31),
        ("Feb", 28),
        ("Mar", 31),
        ("Apr", 30),
        ("May", 31),
        ("Jun", 30),
        ("Jul", 31),
        ("Aug", 31),
        ("Sep", 30),
        ("Oct", 31),
        ("Nov", 30),
        ("Dec", 31),
    ];
    let days = seconds / 86_400;
    let (mut left, mut year, mut month) = (days, 1970_u32, 0_usize);
    loop {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let (name, length) = MONTHS[month];
        let length = length + u32::from(leap && month == 1);
        if left < length {
            let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
            let weekday = WEEKDAYS[usize::try_from(days % 7).unwrap()];
            let day = left + 1;
            return format!(
                "{weekday} {name} {day:02} {hour:02}:{minute:02}:{second:02} UTC {year}"
            );
        }
        left -= length;
        (year, month) = if month == 11 { (year + 1, 0) } else { (year, month + 1) };
    }
}
