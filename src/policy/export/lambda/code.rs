//! Lines with their indentation.

use super::condition::Holds;

/// The longest line; what is longer is broken where that is easy.
const WIDEST: usize = 100;
/// Fields of no more lines stand together.
const FEW: usize = 3;

/// Lines of a function's body.
pub(super) struct Code {
    text: String,
    depth: usize,
    /// Whether a blank line comes before the next one.
    is_apart: bool,
}

impl Default for Code {
    fn default() -> Self {
        Self { text: String::new(), depth: 1, is_apart: false }
    }
}

impl Code {
    /// Sets what follows apart from what is there already.
    pub(super) fn blank(&mut self) {
        self.is_apart = !self.text.is_empty();
    }

    /// Where the next line begins.
    pub(super) const fn place(&self) -> usize {
        self.text.len()
    }

    /// Sets what stands from `start` on apart, where it is more than a few lines.
    pub(super) fn set_apart(&mut self, start: usize) {
        let Some((before, lines)) = self.text.split_at_checked(start) else { return };
        if lines.lines().count() > FEW {
            if !lines.starts_with('\n') && !before.is_empty() && !before.ends_with("{\n") {
                self.text = format!("{before}\n{lines}");
            }
            self.is_apart = true;
        }
    }

    pub(super) fn line(&mut self, line: &str) {
        if std::mem::take(&mut self.is_apart) && !line.starts_with('}') {
            self.text.push('\n');
        }
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Begins a block.
    pub(super) fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    /// Begins what is done when the condition holds, each of its parts in a line of its own where one is too
    /// short.
    pub(super) fn open_if(&mut self, condition: &Holds) {
        let line = format!("if ({}) {{", condition.text());
        if line.chars().count() + 2 * self.depth <= WIDEST {
            self.open(&line);
            return;
        }
        self.open("if (");
        for part in condition.lines() {
            self.line(&part);
        }
        self.depth -= 1;
        self.open(") {");
    }

    /// Goes on with what is done otherwise.
    pub(super) fn otherwise(&mut self) {
        self.depth -= 1;
        self.open("} else {");
    }

    /// Ends a block.
    pub(super) fn close(&mut self) {
        self.depth -= 1;
        self.line("}");
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}
