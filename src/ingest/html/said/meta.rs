//! Meta elements: Open Graph, Dublin Core, citations and the many names that sites have made up.

use std::sync::LazyLock;

use dom_query::NodeRef;
use rustc_hash::FxHashMap;

use super::Said;

/// What a meta element's name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    /// The site's name for itself, which goes before that of the company that owns it.
    Site,
    Source,
    Author,
    /// One author for each element, the family name first where there is a comma.
    Writer,
    /// Who made the page, who may be its author or the owner of the site.
    Owner,
    Published,
    /// A date of which the name does not say what it is, or that is known to be set wrongly.
    Dated,
    Created,
    Updated,
    Description,
    Url,
    Language,
}

/// The letters and digits of names in small letters, those believed first coming first.
const NAMES: &[(Field, &str)] = &[
    (Field::Title, "ogtitle twittertitle parselytitle sailthrutitle dctitle dctermstitle citationtitle headline hdl"),
    (Field::Site, "ogsitename"),
    (Field::Source, "applicationname dcpublisher dctermspublisher citationjournaltitle cre publisher"),
    (Field::Author, "byl articleauthorname articleauthor parselyauthor sailthruauthor"),
    (Field::Owner, "author"),
    (Field::Writer, "citationauthor dccreator dctermscreator"),
    (
        Field::Published,
        "articlepublishedtime articlepublished ogarticlepublishedtime ogpublishedtime ogdatepublished datepublished publishedtime \
         publishedat publisheddate articlepublisheddate parselypubdate sailthrudate pubdate publishdate publicationdate \
         articledateoriginal originalpublicationdate iso8601publishdate datepublication daterelease published dcdateissued dctermsissued \
         citationpublicationdate citationonlinedate",
    ),
    (
        Field::Dated,
        "prismpublicationdate dctermsdate dcdate citationdate date dateavailable articlefirstpublished dcsextarticlefirstpublished",
    ),
    (Field::Created, "datecreated dctermscreated dcdatecreated articlecreated creationdate created"),
    (
        Field::Updated,
        "articlemodifiedtime articlemodified datemodified ogupdatedtime ogmodifiedtime dctermsmodified dcdatemodified articleupdated \
         articledateupdated dateupdated dateupdate updatedtime modifiedtime lastupdateddate lastupdated lastmodified lastmod revised",
    ),
    (Field::Description, "ogdescription description twitterdescription dcdescription"),
    (Field::Url, "ogurl"),
    (Field::Language, "oglocale contentlanguage dclanguage"),
];

/// What each name stands for, and how many are believed before it.
static INDEX: LazyLock<FxHashMap<&str, (usize, Field)>> = LazyLock::new(|| {
    let names = NAMES.iter().flat_map(|(field, names)| names.split_whitespace().map(move |name| (name, *field)));
    names.enumerate().map(|(rank, (name, field))| (name, (rank, field))).collect()
});

/// The name and the content of a meta element; some pages call the content a value.
pub(super) fn statement(meta: &NodeRef<'_>) -> Option<(String, String)> {
    let content = meta.attr("content").or_else(|| meta.attr("value"))?;
    // The time of a file is no time of publication: of what servers send, only the language counts.
    let sent = || meta.attr("http-equiv").filter(|name| name.eq_ignore_ascii_case("content-language"));
    let in_head = || meta.attr("itemprop").filter(|_| meta.parent().is_some_and(|parent| parent.has_name("head")));
    let name = meta.attr("property").or_else(|| meta.attr("name")).or_else(in_head).or_else(sent)?;
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let content = content.trim();
    (!content.is_empty() && INDEX.contains_key(name.as_str())).then(|| (name, content.to_owned()))
}

/// Adds what the meta elements say.
pub(super) fn read(metas: Vec<(String, String)>, said: &mut Said) {
    let known = metas.into_iter().filter_map(|(name, content)| INDEX.get(name.as_str()).map(|&(rank, field)| (rank, field, content)));
    let mut known: Vec<(usize, Field, String)> = known.collect();
    known.sort_by_key(|(rank, ..)| *rank);
    for same in known.chunk_by(|one, other| one.0 == other.0) {
        let texts = || same.iter().map(|(.., content)| content.clone());
        match same.first().map(|(_, field, _)| *field) {
            Some(Field::Author) => said.add_authors(texts().collect()),
            Some(Field::Owner) => said.owners.extend(texts()),
            Some(Field::Writer) => said.add_authors(texts().map(|name| given_name_first(&name)).collect()),
            Some(field) => texts().for_each(|text| add(field, text, said)),
            None => {}
        }
    }
}

/// `Smith, Jane` as readers write it.
fn given_name_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if !given.contains(',') && !given.trim().is_empty() => format!("{} {}", given.trim(), family.trim()),
        _ => name.to_owned(),
    }
}

fn add(field: Field, content: String, said: &mut Said) {
    match field {
        Field::Title => said.titles.push(content),
        Field::Site => said.sources.insert(0, content),
        Field::Source => said.sources.push(content),
        Field::Published => said.published.push(content),
        Field::Dated => said.dated.push(content),
        Field::Created => said.created.push(content),
        Field::Updated => said.updated.push(content),
        Field::Description => said.descriptions.push(content),
        Field::Url => said.url = said.url.take().or(Some(content)),
        Field::Language => said.language = said.language.take().or(Some(content)),
        Field::Author | Field::Writer | Field::Owner => {}
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_written_in_many_ways() {
        let html = r#"<meta property="article:published_time" content="2024-02-05"><meta name="published_at" value="2024-02-04">
            <meta http-equiv="last-modified" content="2024-09-09"><meta name="dc.creator" content="Smith, Jane">
            <meta name="dc.creator" content="Public, John"><meta name="author" content="Ana Ruiz">"#;
        let said = super::super::read(&dom_query::Document::from(html));
        assert_eq!(said.published, ["2024-02-05", "2024-02-04"]);
        assert_eq!(
            (said.authors, said.owners),
            (vec![vec!["Jane Smith".to_owned(), "John Public".to_owned()]], vec!["Ana Ruiz".to_owned()])
        );
        assert!(said.updated.is_empty());
    }
}
