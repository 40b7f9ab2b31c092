//! Tells the source of a program from the text of a page: a folder may hold both, and comments read like prose.

/// The least lines by which it can be told.
const LEAST_LINES: usize = 20;

/// Lines that are looked at.
const MOST_LINES: usize = 2_000;

/// How lines of programs and style sheets end.
const ENDS: &[char] = &['{', '}', ';', '=', '(', '['];

/// How lines of programs begin.
const STARTS: &[&str] = &[
    "//", "/*", "*/", "#[", "#include", "@", "def ", "class ", "import ", "from ", "return ", "self.", "elif ", "else:", "let ", "fn ",
    "pub ", "var ", "const ",
];

/// Whether at least half of a text's lines are those of a program; pages have one in twenty at the most.
pub(super) fn is_code(text: &str) -> bool {
    let (mut all, mut of_code) = (0, 0);
    for line in text.lines().filter(|line| !line.trim_ascii().is_empty()).take(MOST_LINES) {
        all += 1;
        of_code += usize::from(is_line_of_code(line));
    }
    all >= LEAST_LINES && of_code * 2 >= all
}

/// Whether a line reads as one of a program.
pub(super) fn is_line_of_code(line: &str) -> bool {
    let is_indented = line.starts_with([' ', '\t']);
    let line = line.trim_ascii();
    line.ends_with(ENDS)
        || line.ends_with("\"\"\"")
        || (line.starts_with(|c: char| c.is_ascii_lowercase() || "/*#@".contains(c)) && STARTS.iter().any(|start| line.starts_with(start)))
        || (is_indented && line.ends_with([':', ',']))
        || is_call(line)
        || is_assignment(line)
}

/// `name.other(…)`; a link of Markdown has other marks in front.
fn is_call(line: &str) -> bool {
    let name = line.strip_suffix(')').and_then(|line| line.split_once('(')).map(|(name, _)| name);
    name.is_some_and(|name| name.contains(|c: char| c.is_alphanumeric()) && is_name(name))
}

/// `name = …`
fn is_assignment(line: &str) -> bool {
    line.split_once('=')
        .is_some_and(|(name, value)| value.starts_with(' ') && name.strip_suffix(' ').is_some_and(|name| !name.is_empty() && is_name(name)))
}

fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '[' | ']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_from_pages() {
        let python = "import bells\n\nclass Tower:\n    \"\"\"Rings the bells of the town.\"\"\"\n\n    def ring(self, count):\n        for bell in self.bells:\n            \
                      bell.swing(count)\n        self.rung = count\n        return count\n"
            .repeat(4);
        let style = "/* The page. */\n.bar {\n  color: red;\n  margin: 0;\n}\n".repeat(6);
        let page =
            "  * [Home](https://post.example)\n  * [Sport](https://post.example/sport)\n\nThe bells rang for an hour (or two).\n\nShare:\n"
                .repeat(8);
        let poem = "The bells, the bells;\nthey ring,\n\nthey sing, and nobody\nknows why\n".repeat(8);
        for (text, want) in [(python.as_str(), true), (&style, true), (&page, false), (&poem, false), ("let x = 1;\n", false), ("", false)]
        {
            assert_eq!(is_code(text), want, "{text}");
        }
    }
}
