//! Names: people, places and bodies that an article mentions, variants merged.

mod merge;
mod run;
mod tables;

use crate::article::Article;
use crate::text::fold::key;
use crate::text::span::Span;

use merge::Form;

/// One name with all the places where the article uses it or a variant of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The fullest form the article has: `Kim Jong Un`.
    pub text: String,
    /// The title or office that stands before it somewhere: `Russian Defence Minister`.
    pub title: Option<String>,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Span>,
    /// Whether it looks like a person: a title before it, a given name, or a pronoun after.
    pub person: bool,
}

/// What a pronoun must agree with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Gender {
    Man,
    Woman,
}

impl Name {
    /// The gender that title and given name tell, if they do.
    pub(super) fn gender(&self) -> Option<Gender> {
        let words: Vec<String> = self.text.split(' ').map(key).collect();
        gender_of(&words, self.title.as_deref())
    }
}

/// Whether a word (a key) stands before names as title, office or role.
pub(super) fn is_title_word(key: &str) -> bool {
    tables::TITLES.contains(key) || tables::TITLE_ENDINGS.iter().any(|ending| key.ends_with(ending))
}

fn gender_of(words: &[String], title: Option<&str>) -> Option<Gender> {
    merge::gender(words, title)
}

/// The names of an article, in the order of first mention.
#[must_use]
pub fn names(article: &Article) -> Vec<Name> {
    let text = article.body.text();
    let language = article.metadata.language.as_deref().unwrap_or("en");
    let forms = merge::forms(text, run::mentions(&article.body, language));
    let roots = merge::merged(&forms);
    let mut groups: Vec<Vec<&Form>> = forms.iter().map(|_| Vec::new()).collect();
    for (form, &root) in forms.iter().zip(&roots) {
        groups[root].push(form);
    }
    let mut names: Vec<Name> = groups.iter().filter(|group| !group.is_empty()).map(|group| name_of(text, group)).collect();
    names.sort_by_key(|name| name.mentions.first().copied());
    names
}

fn name_of(text: &str, forms: &[&Form]) -> Name {
    let mut all: Vec<_> = forms.iter().flat_map(|form| form.mentions.iter()).collect();
    all.sort_by_key(|mention| mention.span);
    Name {
        text: merge::fullest(text, all.iter().map(|mention| mention.span)).to_owned(),
        title: all.iter().find_map(|mention| mention.title).map(|title| title.of(text).to_owned()),
        person: forms.iter().any(|form| form.is_person()),
        mentions: all.iter().map(|mention| mention.span).collect(),
    }
}
