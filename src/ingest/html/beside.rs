//! Elements that stand beside an article's text by what HTML or the program that made the page calls them, and why they are none of it.

use crate::article::DropReason;

/// Elements by their own name.
const ELEMENTS: &[(&str, DropReason)] = &[
    ("figcaption", DropReason::Caption),
    ("amp-sidebar", DropReason::Navigation),
    ("amp-ad", DropReason::PageFurniture),
    ("amp-sticky-ad", DropReason::PageFurniture),
    ("amp-embed", DropReason::PageFurniture),
];

/// Elements by a class or an identifier, in small letters, that the programs of wikis, blogs and newsletters give them; the first word is
/// the element's name where the class alone says too little.
const CLASSES: &[(&str, &str, DropReason)] = &[
    ("", "toc", DropReason::Navigation),
    ("", "navbox", DropReason::Navigation),
    ("", "catlinks", DropReason::Navigation),
    ("", "mw-jump-link", DropReason::Navigation),
    ("", "mw-editsection", DropReason::Navigation),
    ("", "sistersitebox", DropReason::Navigation),
    ("", "sitesub", DropReason::PageFurniture),
    ("", "printfooter", DropReason::PageFurniture),
    ("table", "infobox", DropReason::PageFurniture),
    ("table", "ambox", DropReason::PageFurniture),
    ("", "thumbcaption", DropReason::Caption),
    ("", "wp-caption-text", DropReason::Caption),
    ("", "gallerytext", DropReason::Caption),
    ("", "subscription-widget", DropReason::Promotion),
    ("", "subscription-widget-wrap", DropReason::Promotion),
    ("", "sharedaddy", DropReason::PageFurniture),
    ("", "jp-relatedposts", DropReason::CrossLink),
];

/// Why an element's text is none of the article's, if it says so.
pub(super) fn beside(name: &str, class: &str, id: &str) -> Option<DropReason> {
    let own = ELEMENTS.iter().find(|(element, _)| *element == name).map(|(_, why)| *why);
    own.or_else(|| {
        let mut names = class.split_ascii_whitespace().chain([id.trim()]);
        names.find_map(|given| {
            let known =
                CLASSES.iter().find(|(element, known, _)| given.eq_ignore_ascii_case(known) && (element.is_empty() || *element == name));
            known.map(|(_, _, why)| *why)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_beside_the_text() {
        for (name, class, id, want) in [
            ("figcaption", "", "", Some(DropReason::Caption)),
            ("div", "plain toc", "", Some(DropReason::Navigation)),
            ("div", "", "siteSub", Some(DropReason::PageFurniture)),
            ("table", "infobox vcard", "", Some(DropReason::PageFurniture)),
            ("div", "infobox", "", None),
            ("div", "stock", "history", None),
            ("p", "", "", None),
        ] {
            assert_eq!(beside(name, class, id), want, "{name} {class} {id}");
        }
    }
}
