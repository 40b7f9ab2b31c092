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
    /// Whether it is a full name against which nothing speaks, though nothing says that it is a person's.
    pub(super) fn may_be_person(&self) -> bool {
        let words: Vec<String> = self.text.split(' ').map(key).collect();
        (2..=4).contains(&words.len())
            && !words.iter().any(|word| tables::OF_BODIES.contains(word.as_str()) || word == "of" || word == "the")
    }

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
    let language = article.metadata.language().unwrap_or("en");
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind};

    fn names_of(text: &str, language: &str) -> Vec<Name> {
        let page = text.lines().map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }).collect();
        let metadata = Metadata { language: Some(Found::new(language.to_owned(), Evidence::Text)), ..Metadata::default() };
        names(&Article::new(ArticleId::of_page(text.as_bytes()), String::new(), metadata, page))
    }

    /// `title + Name x mentions`, with a star for a person.
    fn read(text: &str, language: &str) -> Vec<String> {
        let line = |name: &Name| {
            let title = name.title.as_ref().map(|title| format!("{title} + ")).unwrap_or_default();
            format!("{title}{}{} x{}", name.text, if name.person { "*" } else { "" }, name.mentions.len())
        };
        names_of(text, language).iter().map(line).collect()
    }

    #[test]
    fn variants_are_one_name() {
        for (text, want) in [
            ("Mayor Anna Petrov spoke. Later Petrov left. Her staff praised Anna.", vec!["Mayor + Anna Petrov* x3"]),
            ("They met Kim Jong-Un on Monday. Then Kim Jong Un left, and Kim said nothing.", vec!["Kim Jong-Un* x3"]),
            ("We saw President Zelensky. Later Zelenskyy spoke.", vec!["President + Zelensky* x2"]),
            ("The Harbour Workers League met. The HWL said so, and the HWL left.", vec!["Harbour Workers League x3"]),
            ("He praised Russia’s army and Russia's fleet.", vec!["Russia x2"]),
            ("They visited the Ministry of Defence of Norland.", vec!["Ministry of Defence x1", "Norland x1"]),
            ("Jon Eide met her in Velsk, N.D. Eide's wife stayed.", vec!["Jon Eide x2", "Velsk x1", "N.D. x1"]),
            ("We met Ursula von der Leyen and Osama bin Laden.", vec!["Ursula von der Leyen* x1", "Osama bin Laden x1"]),
        ] {
            assert_eq!(read(text, "en"), want, "{text}");
        }
    }

    #[test]
    fn namesakes_stay_apart() {
        let text = "We met Hillary Clinton and Bill Clinton. Mr. Clinton spoke first. Then Mrs. Clinton spoke.";
        assert_eq!(read(text, "en"), ["Mrs. + Hillary Clinton* x2", "Mr. + Bill Clinton* x2"]);
        assert_eq!(read("They flew from North Korea to South Korea.", "en"), ["North Korea x1", "South Korea x1"]);
    }

    #[test]
    fn the_first_word_of_a_sentence_is_no_name_by_itself() {
        for text in
            ["Harbours are deep.", "On Monday the crews left.", "The mayor said “Nothing helps” again.", "Rebuilding goes on in June."]
        {
            assert_eq!(read(text, "en"), Vec::<String>::new(), "{text}");
        }
        assert_eq!(read("Velsk is deep. They like Velsk.", "en"), ["Velsk x2"]);
    }

    #[test]
    fn a_month_that_is_a_name_elsewhere() {
        for (text, want) in [
            ("It rose in March. It fell since May, and again from 3 March on.", vec![]),
            ("We met Theresa May in May. Later May left.", vec!["Theresa May* x2"]),
        ] {
            assert_eq!(read(text, "en"), want, "{text}");
        }
    }

    #[test]
    fn titles_in_front() {
        for (text, want) in [
            ("We met North Korean leader Kim Jong Un.", "North Korean leader + Kim Jong Un* x1"),
            ("We met Russian Defence Minister Sergei Shoigu.", "Russian Defence Minister + Sergei Shoigu* x1"),
            ("It was said by State Department spokesman Paul Miller.", "State Department spokesman + Paul Miller* x1"),
            ("It was said by former mayor Anna Petrov.", "former mayor + Anna Petrov* x1"),
        ] {
            assert_eq!(read(text, "en").last().map(String::as_str), Some(want), "{text}");
        }
    }

    #[test]
    fn other_languages() {
        for (language, text, want) in [
            ("de", "Der Hafen und die Stadt gehören Kanzlerin Lena Otte. Die Leute mögen Otte.", vec!["Kanzlerin + Lena Otte* x2"]),
            ("fr", "Hier, le ministre Marc Durel a vu Paris. Selon Durel, tout va bien.", vec!["ministre + Marc Durel* x2", "Paris x1"]),
            ("ru", "Вчера министр Иван Крылов был в порту. По словам Крылова, всё хорошо.", vec!["министр + Иван Крылов* x2"]),
        ] {
            assert_eq!(read(text, language), want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn mentions_ascend_inside_the_text(text in any::<String>(), language in "en|de|ru") {
            for name in names_of(&text, &language) {
                prop_assert!(!name.text.is_empty() && !name.mentions.is_empty());
                prop_assert!(name.mentions.windows(2).all(|pair| pair[0].end <= pair[1].start));
            }
        }
    }
}
