//! Lines with their indentation.

use super::condition::Holds;

/// The longest line; what is longer is broken where that is easy.
const WIDEST: usize = 100;

/// Lines of a function's body.
pub(super) struct Code {
    text: String,
    depth: usize,
}

impl Default for Code {
    fn default() -> Self {
        Self { text: String::new(), depth: 1 }
    }
}

impl Code {
    pub(super) fn line(&mut self, line: &str) {
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
