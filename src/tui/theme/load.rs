//! Reads theme files: a `[palette]` of named colours, `[roles]` that use them, `inherits` for the rest.

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Role, Theme, builtin};
use crate::tui::diagnostic::{Diagnostic, Located};

/// Modifiers with their names in theme files.
const MODIFIERS: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed-out", Modifier::CROSSED_OUT),
];

/// How many themes may inherit from one another in a row; more is a circle.
const DEEPEST: usize = 4;

/// The parts of a theme file.
const PARTS: [&str; 3] = ["inherits", "palette", "roles"];

/// Reads a theme. What cannot be read is reported and left to the role's fallback. A theme that inherits from another one takes its roles,
/// coloured by its own palette as far as that names the same colours.
#[must_use]
pub fn read(name: &str, file: &str, text: &str) -> (Theme, Vec<Diagnostic>) {
    let mut located = Located::new(file, text);
    let document = match DeTable::parse(text) {
        Ok(document) => document.into_inner(),
        Err(error) => {
            located.report(error.span(), error.message());
            return (Theme::plain(name), located.into_diagnostics());
        }
    };
    for key in document.keys().filter(|key| !PARTS.contains(&key.get_ref().as_ref())) {
        located.unknown(key.span(), "part of a theme", key.get_ref(), PARTS.into_iter());
    }
    let parents = parents(&document, &mut located);
    let mut reader = Reader { theme: Theme::plain(name), palette: BTreeMap::new(), located };
    reader.read_parents(&parents, &document);
    if let Some(roles) = document.get("roles") {
        reader.read_roles(roles);
    }
    (reader.theme, reader.located.into_diagnostics())
}

/// The texts of the themes that a theme inherits from, the nearest first.
fn parents(document: &DeTable<'_>, located: &mut Located<'_>) -> Vec<&'static str> {
    let mut texts = Vec::new();
    let Some(parent) = document.get("inherits") else { return texts };
    let name = parent.get_ref().as_str().unwrap_or_default();
    let Some(mut text) = builtin::text_of(name) else {
        located.unknown(parent.span(), "theme", name, builtin::THEMES.iter().map(|(known, _)| *known));
        return texts;
    };
    loop {
        texts.push(text);
        let next = DeTable::parse(text).ok().and_then(|parsed| {
            let name = parsed.get_ref().get("inherits")?.get_ref().as_str()?.to_owned();
            builtin::text_of(&name)
        });
        match next {
            Some(_) if texts.len() == DEEPEST => {
                located.report(Some(parent.span()), "themes inherit from each other in a circle");
                return texts;
            }
            Some(next) => text = next,
            None => return texts,
        }
    }
}

/// A theme being read.
struct Reader<'a> {
    theme: Theme,
    palette: BTreeMap<String, Color>,
    located: Located<'a>,
}

impl Reader<'_> {
    /// Takes the palettes of all, the farthest parent's first, and then the parents' roles; that these are right a test proves.
    fn read_parents(&mut self, parents: &[&'static str], own: &DeTable<'_>) {
        let mut documents = Vec::new();
        for text in parents.iter().rev() {
            documents.extend(DeTable::parse(text).map(Spanned::into_inner));
        }
        let problems = std::mem::replace(&mut self.located, Located::new("", ""));
        for palette in documents.iter().filter_map(|document| document.get("palette")) {
            self.read_palette(palette);
        }
        self.located = problems;
        if let Some(palette) = own.get("palette") {
            self.read_palette(palette);
        }
        let problems = std::mem::replace(&mut self.located, Located::new("", ""));
        for roles in documents.iter().filter_map(|document| document.get("roles")) {
            self.read_roles(roles);
        }
        self.located = problems;
    }

    fn read_palette(&mut self, colours: &Spanned<DeValue<'_>>) {
        let DeValue::Table(colours) = colours.get_ref() else {
            return self.located.report(Some(colours.span()), "the palette is a table of colours");
        };
        for (name, colour) in colours {
            match colour.get_ref().as_str().and_then(|text| Color::from_str(text).ok()) {
                Some(colour) => {
                    self.palette.insert(name.get_ref().to_string(), colour);
                }
                None => self.located.report(Some(colour.span()), "not a colour: \"#rrggbb\", 0 to 255 or a name such as \"light-blue\""),
            }
        }
    }

    fn read_roles(&mut self, roles: &Spanned<DeValue<'_>>) {
        let DeValue::Table(roles) = roles.get_ref() else {
            return self.located.report(Some(roles.span()), "roles are a table of styles");
        };
        for (name, style) in roles {
            let Some(&role) = Role::ALL.iter().find(|role| role.name() == name.get_ref()) else {
                self.located.unknown(name.span(), "role", name.get_ref(), Role::ALL.iter().map(|role| role.name()));
                continue;
            };
            let style = self.read_style(style);
            self.theme.set(role, style);
        }
    }

    /// `{ fg = "blue", modifiers = ["bold"] }`, or a colour alone.
    fn read_style(&mut self, value: &Spanned<DeValue<'_>>) -> Style {
        let DeValue::Table(parts) = value.get_ref() else {
            return Style { fg: self.read_colour(value), ..Style::new() };
        };
        let mut style = Style::new();
        for (part, value) in parts {
            match part.get_ref().as_ref() {
                "fg" => style.fg = self.read_colour(value),
                "bg" => style.bg = self.read_colour(value),
                "underline" => {
                    style.underline_color = self.read_colour(value);
                    style = style.add_modifier(Modifier::UNDERLINED);
                }
                "modifiers" => style = style.add_modifier(self.read_modifiers(value)),
                unknown => {
                    let parts = ["fg", "bg", "underline", "modifiers"];
                    self.located.unknown(part.span(), "part of a style", unknown, parts.into_iter());
                }
            }
        }
        style
    }

    fn read_colour(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Color> {
        let text = value.get_ref().as_str().unwrap_or_default();
        let colour = self.palette.get(text).copied().or_else(|| Color::from_str(text).ok());
        if colour.is_none() {
            self.located.unknown(value.span(), "colour", text, self.palette.clone().keys().map(String::as_str));
        }
        colour
    }

    fn read_modifiers(&mut self, value: &Spanned<DeValue<'_>>) -> Modifier {
        let DeValue::Array(names) = value.get_ref() else {
            self.located.report(Some(value.span()), "modifiers are a list: [\"bold\"]");
            return Modifier::empty();
        };
        let mut modifiers = Modifier::empty();
        for name in names {
            let text = name.get_ref().as_str().unwrap_or_default();
            match MODIFIERS.iter().find(|(known, _)| *known == text) {
                Some((_, modifier)) => modifiers |= *modifier,
                None => self.located.unknown(name.span(), "modifier", text, MODIFIERS.iter().map(|(known, _)| *known)),
            }
        }
        modifiers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_use_the_palette_and_inherit_the_rest() {
        let text = "inherits = \"monochrome\"\n[palette]\nsky = \"#8fb4d8\"\n[roles]\nquotation = \"sky\"\nfigure = { fg = \"red\", modifiers = [\"bold\"] }\n";
        let (theme, problems) = read("mine", "mine.toml", text);
        assert_eq!(problems, []);
        assert_eq!(theme.style(Role::Quotation), Style::new().fg(Color::Rgb(0x8f, 0xb4, 0xd8)));
        assert_eq!(theme.style(Role::Figure), Style::new().fg(Color::Red).bold());
        let parent = read("monochrome", "", builtin::text_of("monochrome").unwrap()).0;
        assert_eq!(theme.style(Role::Cursor), parent.style(Role::Cursor));
    }

    #[test]
    fn an_own_palette_colours_the_roles_that_are_inherited() {
        let (theme, problems) =
            read("mine", "mine.toml", "inherits = \"dusk\"\n[palette]\nsage = \"#112233\"\n[roles]\nfigure = \"sage\"\n");
        let dusk = read("dusk", "", builtin::text_of("dusk").unwrap()).0;
        assert_eq!(problems, []);
        assert_eq!(theme.style(Role::Quotation).fg, Some(Color::Rgb(0x11, 0x22, 0x33)));
        assert_eq!(theme.style(Role::Figure).fg, Some(Color::Rgb(0x11, 0x22, 0x33)));
        assert_eq!(theme.style(Role::Source), dusk.style(Role::Source));
    }

    #[test]
    fn problems_are_collected_with_their_line() {
        let text = "inherits = \"monocrome\"\n[palette]\nsky = \"bluish\"\n[roles]\nquotaton = \"red\"\nfigure = { fg = \"mauve\", modifiers = [\"bald\"] }\n";
        let (_, problems) = read("mine", "mine.toml", text);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "mine.toml:1: no theme is called `monocrome`; did you mean `monochrome`?",
                "mine.toml:3: not a colour: \"#rrggbb\", 0 to 255 or a name such as \"light-blue\"",
                "mine.toml:5: no role is called `quotaton`; did you mean `quotation`?",
                "mine.toml:6: no colour is called `mauve`",
                "mine.toml:6: no modifier is called `bald`; did you mean `bold`?",
            ]
        );
    }
}
