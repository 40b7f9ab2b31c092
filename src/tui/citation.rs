//! How a passage is cited when it is copied.

use crate::library::{ArticleLine, Citation};
use crate::text::sanitize::clean_line;
use crate::tui::widget::prose::date_and_time;

/// What a list line tells for a citation.
#[must_use]
pub fn of_line(line: &ArticleLine) -> Citation {
    Citation {
        file: line.file.clone(),
        title: line.title.clone(),
        source: line.source.clone(),
        author: line.author.clone(),
        published: line.published,
        url: None,
    }
}

/// The address, or the file where the page has none.
#[must_use]
pub fn address(citation: &Citation) -> &str {
    citation.url.as_deref().unwrap_or(&citation.file)
}

/// `Ann Lee, “Bridge opens”, The Herald, Wed 13 Sep 2023. https://…`
#[must_use]
pub fn reference(citation: &Citation) -> String {
    reference_with(citation, |title| format!("“{title}”"))
}

fn reference_with(citation: &Citation, title: impl Fn(&str) -> String) -> String {
    let published = citation.published.map(date_and_time);
    let parts = [citation.author.clone(), citation.title.as_deref().map(title), citation.source.clone(), published];
    let known = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    clean_line(&format!("{known}. {}", address(citation))).into_owned()
}

/// A passage with its reference. A passage with quotation marks of its own gets no others around it.
#[must_use]
pub fn plain(passage: &str, citation: &Citation) -> String {
    let passage = clean_line(passage);
    let has_marks = passage.contains(['“', '”', '"', '„', '«', '»', '「', '」']);
    let quoted = if has_marks { passage.into_owned() } else { format!("“{passage}”") };
    format!("{quoted}\n— {}", reference(citation))
}

/// A passage with its reference as a Markdown quotation.
#[must_use]
pub fn markdown(passage: &str, citation: &Citation) -> String {
    let quoted: String = passage.lines().map(|line| format!("> {}\n", clean_line(line))).collect::<Vec<_>>().join(">\n");
    format!("{quoted}>\n> — {}\n", reference_with(citation, |title| format!("*{title}*")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Published;

    fn citation() -> Citation {
        Citation {
            file: "pages/bridge.txt".into(),
            title: Some("Bridge opens".into()),
            source: Some("The Herald".into()),
            author: Some("Ann Lee".into()),
            published: Published::parse("2023-09-13"),
            url: None,
        }
    }

    #[test]
    fn a_passage_is_cited_with_what_is_known() {
        let want = "“It opened.”\n— Ann Lee, “Bridge opens”, The Herald, Wed 13 Sep 2023. pages/bridge.txt";
        assert_eq!(plain("It opened.", &citation()), want);
        assert_eq!(plain("“Open,” he said.", &citation()).lines().next(), Some("“Open,” he said."));
        let bare = Citation { title: None, author: None, published: None, url: Some("https://herald.example/1".into()), ..citation() };
        assert_eq!(plain("It opened.", &bare), "“It opened.”\n— The Herald. https://herald.example/1");
    }

    #[test]
    fn markdown_quotes_every_paragraph() {
        let want = "> One.\n>\n> Two.\n>\n> — Ann Lee, *Bridge opens*, The Herald, Wed 13 Sep 2023. pages/bridge.txt\n";
        assert_eq!(markdown("One.\nTwo.", &citation()), want);
    }
}
