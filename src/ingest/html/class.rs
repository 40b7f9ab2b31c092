//! What the names that a site gives its elements (`class`, `id`, `itemprop`, `role`) say of what stands in them.

/// What an element is for by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) enum Purpose {
    Text,
    Title,
    Standfirst,
    Byline,
    Date,
    Caption,
    Related,
    Sharing,
    Promotion,
    Advertisement,
    Comments,
    Navigation,
    Sidebar,
    Footer,
    Notice,
    Topics,
}

/// The purposes in the order of their features, with the names of these: for the element itself and those next around it, and for those
/// further out.
pub(super) const PURPOSES: [(Purpose, [&str; 2]); 16] = [
    (Purpose::Text, ["named text", "inside named text"]),
    (Purpose::Title, ["named title", "inside named title"]),
    (Purpose::Standfirst, ["named standfirst", "inside named standfirst"]),
    (Purpose::Byline, ["named byline", "inside named byline"]),
    (Purpose::Date, ["named date", "inside named date"]),
    (Purpose::Caption, ["named caption", "inside named caption"]),
    (Purpose::Related, ["named related", "inside named related"]),
    (Purpose::Sharing, ["named sharing", "inside named sharing"]),
    (Purpose::Promotion, ["named promotion", "inside named promotion"]),
    (Purpose::Advertisement, ["named advertisement", "inside named advertisement"]),
    (Purpose::Comments, ["named comments", "inside named comments"]),
    (Purpose::Navigation, ["named navigation", "inside named navigation"]),
    (Purpose::Sidebar, ["named sidebar", "inside named sidebar"]),
    (Purpose::Footer, ["named footer", "inside named footer"]),
    (Purpose::Notice, ["named notice", "inside named notice"]),
    (Purpose::Topics, ["named topics", "inside named topics"]),
];

/// Parts of names, in small letters, and what they stand for. A part is what lies between hyphens, underscores and capitals.
const PARTS: &[(Purpose, &str)] = &[
    (Purpose::Text, "article articlebody body content copy entry main paragraph post prose richtext story text bodytext storytext"),
    (Purpose::Title, "headline hed heading title headlines"),
    (
        Purpose::Standfirst,
        "abstract blurb dek deck description excerpt intro kicker lead lede standfirst subhead subheadline subtitle summary",
    ),
    (Purpose::Byline, "author authors bio byline bylines contributor journalist reporter writer"),
    (Purpose::Date, "date dateline datetime modified published pubdate time timestamp updated"),
    (
        Purpose::Caption,
        "caption captions carousel credit credits figcaption gallery image img lightbox media photo photos picture player slide slider \
                        slideshow thumb thumbnail video wp-caption",
    ),
    (
        Purpose::Related,
        "also further latest more mostread next outbrain popular read readmore recirc recirculation recommended recommendation \
                        recommendations related taboola teaser teasers trending upnext",
    ),
    (Purpose::Sharing, "addthis facebook follow share shares sharing sharedaddy social socials tools twitter whatsapp"),
    (
        Purpose::Promotion,
        "app cta donate donation login membership newsletter newsletters offer promo promotion register signup \
                          subscribe subscriber subscription",
    ),
    (Purpose::Advertisement, "ad ads adunit advert advertisement advertising adsense banner commercial dfp gpt promoted sponsor sponsored"),
    (Purpose::Comments, "comment comments commenting conversation discussion disqus replies reply respond"),
    (
        Purpose::Navigation,
        "breadcrumb breadcrumbs crumb crumbs dropdown links menu nav navbar navigation pager pagination search skip toolbar topbar",
    ),
    (Purpose::Sidebar, "aside box card cards column complementary infobox module rail right secondary side sidebar widget widgets"),
    (Purpose::Footer, "bottom colophon copyright disclaimer foot footer legal"),
    (Purpose::Notice, "alert consent cookie cookies gdpr message modal notice overlay popup warning"),
    (Purpose::Topics, "categories category keyword keywords label section tag tags topic topics"),
];

/// Names, without their hyphens and underscores and in small letters, that sites give to the element of an article's text and to no other.
const ARTICLE_BODY: &[&str] = &[
    "articlebody",
    "articlebodycontent",
    "articlecontent",
    "articletext",
    "articlemaincontent",
    "articlecopy",
    "articlepage",
    "storybody",
    "storybodytext",
    "storycontent",
    "storytext",
    "postbody",
    "postcontent",
    "postentry",
    "posttext",
    "entrycontent",
    "entrytext",
    "entrybody",
    "bodycopy",
    "bodytext",
    "bodycontent",
    "newsbody",
    "newscontent",
    "newstext",
    "richtext",
    "singlecontent",
    "tdpostcontent",
    "textbody",
    "blogcontent",
    "maintext",
    "artikeltext",
    "artikelinhalt",
    "articulocontenido",
    "corpsarticle",
    "textearticle",
];

/// Whether one of the names of an element is an article's text's.
pub(super) fn is_article_body(names: &str) -> bool {
    names.split_ascii_whitespace().filter(|name| (8..40).contains(&name.len())).any(|name| {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        ARTICLE_BODY.iter().any(|known| plain == *known || plain.ends_with(known))
    })
}

/// Classes of what is on the page and not seen.
const FOR_SCREEN_READERS: &[&str] =
    &["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "u-hidden"];

/// Whether an element's classes take it out of sight.
pub(super) fn is_for_screen_readers(class: &str) -> bool {
    class.split_ascii_whitespace().any(|name| FOR_SCREEN_READERS.contains(&name))
}

/// A set of purposes, one bit each in the order of [`PURPOSES`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Purposes(u16);

impl Purposes {
    /// Reads the names of an element.
    pub(super) fn of(names: &str) -> Self {
        let mut found = Self::default();
        for part in names.split_ascii_whitespace().filter(|name| !is_about_content(name)).flat_map(parts) {
            found = found.and(PARTS_BY_NAME.get(part.as_str()).copied().unwrap_or_default());
        }
        found
    }

    /// Both sets together.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the purpose is in it.
    pub(in crate::ingest) fn has(self, purpose: Purpose) -> bool {
        self.0 & (1 << purpose as u16) != 0
    }
}

/// Beginnings of names that tell what an article is about or whether it has something, not what the element is for.
const ABOUT_CONTENT: &[&str] = &["category-", "tag-", "type-", "status-", "format-", "has-", "no-", "with-", "without-", "hide-", "js-"];

fn is_about_content(name: &str) -> bool {
    ABOUT_CONTENT.iter().any(|start| name.starts_with(start))
}

static PARTS_BY_NAME: std::sync::LazyLock<rustc_hash::FxHashMap<&'static str, Purposes>> = std::sync::LazyLock::new(|| {
    let mut index = rustc_hash::FxHashMap::<&str, Purposes>::default();
    for (purpose, parts) in PARTS {
        for part in parts.split_ascii_whitespace() {
            index.entry(part).or_default().0 |= 1 << *purpose as u16;
        }
    }
    index
});

/// The parts of names in small letters: `articleBody wp-caption` has `article`, `body`, `articlebody`, `wp` and `caption`.
fn parts(names: &str) -> impl Iterator<Item = String> + '_ {
    names.split(|c: char| !c.is_ascii_alphanumeric()).filter(|name| !name.is_empty() && name.len() < 40).flat_map(|name| {
        let mut pieces: Vec<String> = Vec::new();
        let mut after_small = false;
        for c in name.chars() {
            match pieces.last_mut() {
                Some(piece) if !(after_small && c.is_ascii_uppercase()) => piece.push(c.to_ascii_lowercase()),
                _ => pieces.push(c.to_ascii_lowercase().to_string()),
            }
            after_small = c.is_ascii_lowercase();
        }
        if pieces.len() > 1 {
            pieces.push(name.to_ascii_lowercase());
        }
        pieces
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_purposes() {
        for (names, has, has_not) in [
            ("c-article__body", Purpose::Text, Purpose::Related),
            ("articleBody", Purpose::Text, Purpose::Caption),
            ("RelatedStories", Purpose::Related, Purpose::Text),
            ("wp-caption-text", Purpose::Caption, Purpose::Comments),
            ("share-tools", Purpose::Sharing, Purpose::Text),
            ("adspace", Purpose::Text, Purpose::Advertisement),
            ("post type-post tag-video has-comments", Purpose::Text, Purpose::Comments),
            ("entry category-gallery", Purpose::Text, Purpose::Caption),
        ] {
            let found = Purposes::of(names);
            assert!(names == "adspace" || found.has(has), "{names}");
            assert!(!found.has(has_not), "{names}");
        }
    }
}
