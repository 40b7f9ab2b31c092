//! The themes inside the program, one file each in `themes/`.

use super::Theme;
use super::load::read;
use crate::tui::diagnostic::Diagnostic;

/// Name and text of every theme; the first is the default.
pub const THEMES: &[(&str, &str)] = &[
    (DEFAULT, include_str!("../../../themes/terminal.toml")),
    ("dark", include_str!("../../../themes/dark.toml")),
    ("light", include_str!("../../../themes/light.toml")),
    ("dusk", include_str!("../../../themes/dusk.toml")),
    ("paper", include_str!("../../../themes/paper.toml")),
    ("fjord", include_str!("../../../themes/fjord.toml")),
    ("ember", include_str!("../../../themes/ember.toml")),
    ("orchard", include_str!("../../../themes/orchard.toml")),
    (HIGH_CONTRAST, include_str!("../../../themes/high-contrast.toml")),
    (MONOCHROME, include_str!("../../../themes/monochrome.toml")),
];

/// The theme that is used where none is chosen.
pub const DEFAULT: &str = "terminal";
/// The theme for those who see little contrast.
pub const HIGH_CONTRAST: &str = "high-contrast";
/// The theme for terminals and readers without colours.
pub const MONOCHROME: &str = "monochrome";

/// The built-in theme of this name.
#[must_use]
pub fn text_of(name: &str) -> Option<&'static str> {
    THEMES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// All built-in themes, and what is wrong with them: nothing, as a test proves.
#[must_use]
pub fn themes() -> (Vec<Theme>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let themes = THEMES.iter().map(|(name, text)| {
        let (theme, found) = read(name, &format!("themes/{name}.toml"), text);
        problems.extend(found);
        theme
    });
    (themes.collect(), problems)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use ratatui::style::Color;

    use super::super::Role;
    use super::*;

    #[test]
    fn the_table_is_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
        let mut files: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let mut table: Vec<String> = THEMES.iter().map(|(name, _)| format!("{name}.toml")).collect();
        files.sort();
        table.sort();
        assert_eq!(files, table);
    }

    #[test]
    fn the_built_in_themes_have_no_problem() {
        assert_eq!(themes().1, []);
    }

    #[test]
    fn the_monochrome_theme_has_no_colour_and_tells_apart_what_matters() {
        let theme = themes().0.into_iter().find(|theme| theme.name() == MONOCHROME).unwrap();
        for &role in Role::ALL {
            let style = theme.style(role);
            for colour in [style.fg, style.bg, style.underline_color].into_iter().flatten() {
                assert_eq!(colour, Color::Reset, "{}", role.name());
            }
        }
        for role in [Role::Cursor, Role::Selection, Role::SearchHit, Role::FigureChanged, Role::QuoteChanged, Role::Negation] {
            assert_ne!(theme.style(role), theme.style(Role::Text), "{}", role.name());
        }
    }
}
