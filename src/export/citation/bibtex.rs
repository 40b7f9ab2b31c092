//! BibTeX: an entry of the kind `misc` for each article, which every program that reads BibTeX knows.

use super::key::keys;
use super::quoted;
use super::style::{Cited, Work, works};
use crate::text::sanitize::clean_line;

/// An entry for each article, its passages as annotation.
pub(super) fn entries(passages: &[Cited]) -> String {
    let works = works(passages);
    let entries: Vec<String> = works.iter().zip(keys(&works)).map(|(work, key)| entry(work, &key)).collect();
    entries.join("\n\n")
}

fn entry(work: &Work<'_>, key: &str) -> String {
    let citation = work.citation;
    let day = citation.published.map(crate::article::Published::day);
    let quoted = work.words.iter().map(|words| quoted(words)).collect::<Vec<_>>().join(" ");
    let fields = [
        ("author", citation.author.as_deref().map(authors)),
        // Braces within keep the capitals of names.
        ("title", citation.title.as_deref().map(|title| format!("{{{}}}", escape(title)))),
        ("howpublished", citation.source.as_deref().map(escape)),
        ("year", day.map(|day| day.year().to_string())),
        ("month", day.map(|day| day.month().to_string())),
        ("date", day.map(|day| day.to_string())),
        ("url", citation.url.as_deref().map(address)),
        ("note", citation.url.is_none().then(|| format!("File {}", escape(&citation.file)))),
        ("annote", Some(escape(&quoted))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {{{}}}", value?)));
    format!("@misc{{{key},\n{}\n}}", fields.collect::<Vec<_>>().join(",\n"))
}

/// `Ann Reed, Bo Lind` as BibTeX parts names; an "and" inside a name is no border between two.
fn authors(names: &str) -> String {
    let name = |name: &str| {
        let name = escape(name.trim());
        let is_whole = name.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
        if is_whole { format!("{{{name}}}") } else { name }
    };
    names.split(',').filter(|part| !part.trim().is_empty()).map(name).collect::<Vec<_>>().join(" and ")
}

/// Words with what TeX would take for commands spelled out.
fn escape(text: &str) -> String {
    let text = clean_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // A brace alone would end the field for a program that only counts them.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            other => out.push(other),
        }
    }
    out
}

/// An address, which stands as it is, but for braces and blanks.
fn address(address: &str) -> String {
    clean_line(address).replace('{', "%7B").replace('}', "%7D").replace(' ', "%20").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Published};
    use crate::library::Citation;

    fn cited(words: &str, title: &str, page: &[u8]) -> Cited {
        let citation = Citation {
            file: "pages/pier_1.txt".into(),
            title: Some(title.into()),
            source: Some("Harbour & Post".into()),
            author: Some("Ann Reed, Lind and Sons".into()),
            published: Published::parse("2024-03-02"),
            url: Some("https://harbour.example/pier_1?a={b}".into()),
        };
        Cited { words: words.into(), citation, article: ArticleId::of_page(page) }
    }

    #[test]
    fn an_article_is_one_entry_with_all_its_passages() {
        let written = entries(&[cited("Costs 5% more.", "The Pier reopens", b"1"), cited("Dogs may come.", "The Pier reopens", b"1")]);
        let want = "@misc{reed2024pier,\n  author = {Ann Reed and {Lind and Sons}},\n  title = {{The Pier reopens}},\n  \
                    howpublished = {Harbour \\& Post},\n  year = {2024},\n  month = {3},\n  date = {2024-03-02},\n  \
                    url = {https://harbour.example/pier_1?a=%7Bb%7D},\n  annote = {“Costs 5\\% more.” “Dogs may come.”}\n}";
        assert_eq!(written, want);
    }

    #[test]
    fn keys_differ_and_braces_stay_paired() {
        let written = entries(&[cited("a", "Pier }{ one", b"1"), cited("b", "Pier two", b"2"), cited("c", "桟橋", b"3")]);
        let keys: Vec<&str> = written.lines().filter_map(|line| line.strip_prefix("@misc{")).collect();
        assert_eq!(keys, ["reed2024pier,", "reed2024pier-2,", "reed2024,"]);
        assert_eq!(written.matches('{').count(), written.matches('}').count());
    }
}
