//! The news agencies whose texts other outlets print.

use crate::text::fold::key;

/// Names of agencies, folded.
const AGENCIES: &[&str] = &[
    "reuters",
    "ap",
    "associated press",
    "the associated press",
    "afp",
    "agence france-presse",
    "agence france presse",
    "upi",
    "tass",
    "itar-tass",
    "тасс",
    "ria novosti",
    "риа новости",
    "ria",
    "interfax",
    "интерфакс",
    "interfax-ukraine",
    "интерфакс-украина",
    "інтерфакс-україна",
    "ukrinform",
    "укринформ",
    "укрінформ",
    "unian",
    "униан",
    "уніан",
    "kcna",
    "yonhap",
    "kyodo",
    "kyodo news",
    "jiji",
    "jiji press",
    "xinhua",
    "cns",
    "ani",
    "pti",
    "press trust of india",
    "ians",
    "tnn",
    "newswire",
    "dpa",
    "apa",
    "sda",
    "ansa",
    "efe",
    "europa press",
    "lusa",
    "belga",
    "anp",
    "pap",
    "ctk",
    "mti",
    "tanjug",
    "hina",
    "sta",
    "bta",
    "agerpres",
    "anadolu",
    "anadolu agency",
    "aa",
    "irna",
    "isna",
    "wam",
    "spa",
    "mena",
    "petra",
    "pa",
    "pa media",
    "press association",
    "aap",
    "bernama",
    "antara",
    "vna",
    "cna",
    "canadian press",
    "the canadian press",
    "bloomberg",
    "bloomberg news",
    "dow jones",
    "tribune news service",
    "belta",
    "белта",
    "trend",
    "apa news",
    "agencies",
    "wire",
];

/// Whether a name is that of an agency.
pub(super) fn is_agency(name: &str) -> bool {
    let name = key(name.trim());
    AGENCIES.contains(&name.as_str())
}

/// How agencies' names end, folded, by language: English, German, French, Spanish, Russian, Ukrainian.
const AGENCY_ENDS: &[&str] = &[
    " wire",
    " newswire",
    " news agency",
    " press agency",
    " news service",
    " wire service",
    " wire services",
    " nachrichtenagentur",
    " presseagentur",
    " agence de presse",
    " agencia de noticias",
    " информационное агентство",
    " інформаційне агентство",
];

/// Whether a name is that of an agency, or has the form of one (`Harbour Wire`), alone or in a place (`Reuters in Orne`).
pub(super) fn names_agency(name: &str) -> bool {
    let name = without_place(name);
    let folded = key(name.trim());
    is_agency(name) || AGENCY_ENDS.iter().any(|end| folded.ends_with(end))
}

/// `Reuters` of `Reuters in Orne`; `PTI` of `PTI Orne`: the capitals of an agency that is known by them, with a place of one word behind.
pub(super) fn without_place(name: &str) -> &str {
    let name = name.split_once(" in ").map_or(name, |(name, _)| name);
    let is_letters = |first: &&str| first.len() >= LEAST_LETTERS && first.chars().all(char::is_uppercase) && is_agency(first);
    let is_place = |rest: &str| !rest.contains(' ') && rest.chars().skip(1).any(char::is_lowercase);
    name.trim().split_once(' ').filter(|(first, rest)| is_letters(first) && is_place(rest)).map_or(name, |(first, _)| first)
}

/// The fewest bytes of such capitals: two letters may be a person's initials.
const LEAST_LETTERS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_by_name_and_by_form() {
        for (name, known, named) in [
            ("Reuters", true, true),
            (" The Associated Press ", true, true),
            ("Интерфакс", true, true),
            ("Harbour Wire", false, true),
            ("Reuters in Orne", false, true),
            ("PTI Orne", false, true),
            ("PA Smith", false, false),
            ("Orne News Agency", false, true),
            ("Orner Presseagentur", false, true),
            ("European Space Agency", false, false),
            ("Harbour Post", false, false),
            ("Jane Wire Smith", false, false),
        ] {
            assert_eq!((is_agency(name), names_agency(name)), (known, named), "{name}");
        }
    }
}
