//! The time zones that Java knows, by region.

use super::Printer;
use super::literal::quoted;
use crate::model::TIME_ZONES;
use std::fmt::Write as _;

const NAME: &str = "const TIME_ZONES";
/// The longest text in a line.
const WIDEST: usize = 92;

impl Printer {
    /// Adds the constant with the time zones, once.
    pub(super) fn time_zones(&mut self) {
        if self.tables.iter().any(|table| table.starts_with(NAME)) {
            return;
        }
        let mut regions: Vec<(&str, Vec<&str>)> = Vec::new();
        for zone in TIME_ZONES.lines() {
            let place = zone.find('/').map_or(0, |place| place + 1);
            let (region, name) = zone.split_at(place);
            match regions.iter_mut().find(|(other, _)| *other == region) {
                Some((_, names)) => names.push(name),
                None => regions.push((region, vec![name])),
            }
        }
        let mut text = format!("{NAME} = {{\n");
        for (region, names) in regions {
            let _ = writeln!(text, "  {}:\n    {},", quoted(region), wrapped(&names));
        }
        text.push_str("};\n");
        self.tables.push(text);
    }
}

/// The names with blanks between, in several lines.
fn wrapped(names: &[&str]) -> String {
    let mut lines = vec![String::new()];
    for name in names {
        if lines.last().is_some_and(|line| line.len() + name.len() > WIDEST) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(name);
            line.push(' ');
        }
    }
    if let Some(last) = lines.last_mut() {
        last.pop();
    }
    let lines: Vec<String> = lines.iter().map(|line| quoted(line)).collect();
    lines.join(" +\n    ")
}
