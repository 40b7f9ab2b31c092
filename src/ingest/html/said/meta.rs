//! Meta elements, microdata and links.

use dom_query::Document;

use super::Said;

/// What a meta element's name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Source,
    Author,
    Published,
    Updated,
    Description,
    Url,
    Language,
}

/// Names of meta elements in small letters, those believed first coming first.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Title, &["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "hdl"]),
    (Field::Source, &["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "cre", "publisher"]),
    (
        Field::Author,
        &[
            "author",
            "article:author",
            "byl",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "article:author_name",
            "citation_author",
        ],
    ),
    (
        Field::Published,
        &[
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "article_date_original",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.created",
            "dcterms.issued",
            "dc.date.created",
            "citation_date",
            "citation_publication_date",
            "originalpublicationdate",
            "date",
        ],
    ),
    (
        Field::Updated,
        &["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod", "revised"],
    ),
    (Field::Description, &["og:description", "description", "twitter:description", "dc.description"]),
    (Field::Url, &["og:url"]),
    (Field::Language, &["og:locale", "content-language", "dc.language"]),
];

/// Adds what the page's meta elements say.
pub(super) fn read(document: &Document, said: &mut Said) {
    let found: Vec<(String, String)> = document
        .select("meta[content]")
        .nodes()
        .iter()
        .filter_map(|meta| {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key))?;
            let content = meta.attr("content")?.trim().to_owned();
            (!content.is_empty()).then(|| (name.trim().to_lowercase(), content))
        })
        .collect();
    for (field, names) in NAMES {
        for name in *names {
            found.iter().filter(|(known, _)| known == name).for_each(|(_, content)| add(*field, content, said));
        }
    }
    let attribute =
        |selector: &str, key: &str| document.select(selector).nodes().first().and_then(|node| node.attr(key)).map(|text| text.to_string());
    said.url = said.url.take().or_else(|| attribute(r#"link[rel="canonical"]"#, "href"));
    said.page_title = document
        .select("title")
        .nodes()
        .first()
        .map(|node| node.text().split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|title| !title.is_empty());
    if let Some(language) = attribute("html[lang]", "lang") {
        said.language = Some(language);
    }
}

fn add(field: Field, content: &str, said: &mut Said) {
    let content = content.to_owned();
    match field {
        Field::Title => said.titles.push(content),
        Field::Source => said.sources.push(content),
        Field::Author => said.authors.push(content),
        Field::Published => said.published.push(content),
        Field::Updated => said.updated.push(content),
        Field::Description => said.descriptions.push(content),
        Field::Url => said.url = said.url.take().or(Some(content)),
        Field::Language => said.language = said.language.take().or(Some(content)),
    }
}
