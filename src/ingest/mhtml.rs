//! A page in an envelope of MIME (MHTML, RFC 2557): which part is the page, and what the envelope says of it.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// The page taken out of its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Enclosed {
    pub(super) bytes: Vec<u8>,
    /// The character set that the envelope names.
    pub(super) charset: Option<String>,
    /// Where the page was saved from.
    pub(super) url: Option<String>,
    /// Whether it is HTML, as the envelope has it.
    pub(super) is_html: bool,
    /// Whether the envelope ends before its last part does.
    pub(super) is_cut_off: bool,
}

/// How deep envelopes are opened.
const DEEPEST: usize = 4;

/// The most lines of a head.
const LONGEST_HEAD: usize = 200;

/// Reads an envelope; `None` when the bytes are none, or there is no page in it.
pub(super) fn read(bytes: &[u8]) -> Option<Enclosed> {
    let (head, body) = head(bytes)?;
    let kind = head.get("content-type")?;
    // Only a head that says so itself is one of MIME; a saved mail of plain text is read as text.
    if !head.has("mime-version") || !(kind.starts_with("multipart/") || is_html(kind)) {
        return None;
    }
    let url = head.get("snapshot-content-location").map(str::to_owned);
    let page = page(&head, body, 0)?;
    let url = url.or_else(|| page.head.get("content-location").or(head.get("content-location")).map(str::to_owned));
    let kind = page.head.get("content-type").unwrap_or_default();
    Some(Enclosed {
        bytes: decoded(page.body, page.head.get("content-transfer-encoding").unwrap_or_default()),
        charset: parameter(kind, "charset"),
        url: url.filter(|url| url.starts_with("http")),
        is_html: is_html(kind),
        is_cut_off: page.is_cut_off,
    })
}

fn is_html(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml")
}

/// One part of an envelope.
#[derive(Debug, Clone)]
struct Part<'a> {
    head: Head,
    body: &'a [u8],
    is_cut_off: bool,
}

/// The part that is the page: the one that the envelope says is first, else the first of HTML, else the first of text.
fn page<'a>(head: &Head, body: &'a [u8], depth: usize) -> Option<Part<'a>> {
    let kind = head.get("content-type").unwrap_or("text/plain");
    if !kind.to_ascii_lowercase().starts_with("multipart/") {
        let is_text = is_html(kind) || kind.to_ascii_lowercase().starts_with("text/");
        return is_text.then(|| Part { head: head.clone(), body, is_cut_off: false });
    }
    let boundary = parameter(kind, "boundary").filter(|boundary| !boundary.is_empty() && depth < DEEPEST)?;
    let parts = parts(body, &boundary);
    let start = parameter(kind, "start");
    let named = parts.iter().find(|part| start.is_some() && part.head.get("content-id") == start.as_deref());
    let ordered = named.into_iter().chain(&parts);
    let pages: Vec<Part<'a>> = ordered
        .filter_map(|part| {
            page(&part.head, part.body, depth + 1).map(|page| Part { is_cut_off: page.is_cut_off || part.is_cut_off, ..page })
        })
        .collect();
    let of_html = |part: &&Part<'a>| part.head.get("content-type").is_some_and(is_html);
    pages.iter().find(of_html).or(pages.first()).cloned()
}

/// The parts between the lines of a boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<Part<'a>> {
    let mark = format!("--{boundary}");
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    let mut has_end = false;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            found.extend(open.and_then(|start| part(body, start, at, false)));
            has_end = line.get(mark.len()..).is_some_and(|rest| rest.starts_with(b"--"));
            if has_end {
                open = None;
                break;
            }
            open = Some(at + line.len());
        }
        at += line.len();
    }
    found.extend(open.filter(|_| !has_end).and_then(|start| part(body, start, body.len(), true)));
    found
}

fn part(body: &[u8], start: usize, end: usize, is_cut_off: bool) -> Option<Part<'_>> {
    let (head, body) = head(body.get(start..end)?)?;
    Some(Part { head, body, is_cut_off })
}

/// The lines of a head: names in small letters, and what they say.
#[derive(Debug, Clone, Default)]
struct Head(Vec<(String, String)>);

impl Head {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

/// Reads a head up to its blank line, and gives what follows; `None` when the first lines are no head.
fn head(bytes: &[u8]) -> Option<(Head, &[u8])> {
    let mut head = Head::default();
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n').take(LONGEST_HEAD) {
        at += line.len();
        let text = String::from_utf8_lossy(line);
        if text.trim().is_empty() {
            return Some((head, bytes.get(at..)?));
        }
        match head.0.last_mut() {
            Some((_, value)) if text.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(text.trim());
            }
            _ => {
                let (name, value) = text.split_once(':')?;
                let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                head.0.push(is_name.then(|| (name.to_ascii_lowercase(), value.trim().to_owned()))?);
            }
        }
    }
    None
}

/// The value of a parameter: `text/html; charset="utf-8"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// The bytes of a part as they were before they were put into the envelope.
fn decoded(body: &[u8], encoding: &str) -> Vec<u8> {
    match encoding.to_ascii_lowercase().as_str() {
        "quoted-printable" => from_quoted_printable(body),
        "base64" => from_base64(body),
        _ => body.to_vec(),
    }
}

/// Quoted-printable (RFC 2045, section 6.7); what is no code stays as it is.
fn from_quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii_end();
        let (text, goes_on) = text.strip_suffix(b"=").map_or((text, false), |text| (text, true));
        let mut bytes = text.iter();
        while let Some(&byte) = bytes.next() {
            let code = || Some((digit(*bytes.as_slice().first()?)?, digit(*bytes.as_slice().get(1)?)?));
            match code().filter(|_| byte == b'=') {
                Some((high, low)) => {
                    out.push(high << 4 | low);
                    bytes.nth(1);
                }
                None => out.push(byte),
            }
        }
        if !goes_on && line.ends_with(b"\n") {
            out.push(b'\n');
        }
    }
    out
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|value| value as u8)
}

/// Base64 with line breaks; what follows damage is left out.
fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut letters: Vec<u8> = body.iter().copied().filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')).collect();
    // One letter alone is no byte.
    if letters.len() % 4 == 1 {
        letters.pop();
    }
    let lenient =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent).with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(&STANDARD, lenient).decode(letters).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(encoding: &str, page: &str) -> String {
        format!(
            "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/bridge\r\nSubject: Bridge\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_cut\"\r\n\r\n\
             ----=_cut\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
             ----=_cut\r\nContent-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: {encoding}\r\n\
             Content-Location: https://post.example/other\r\n\r\n{page}\r\n----=_cut--\r\n"
        )
    }

    fn text(envelope: &str) -> Option<(String, bool)> {
        let read = read(envelope.as_bytes())?;
        Some((read.bytes.iter().map(|byte| char::from(*byte)).collect::<String>().trim().to_owned(), read.is_cut_off))
    }

    #[test]
    fn the_page_is_the_part_of_html() {
        let long = "<p>A caf=E9 is open=\r\ned by the bridge: 1=3D1, a=b.</p>";
        let read = read(envelope("quoted-printable", long).as_bytes()).unwrap();
        assert_eq!(
            (read.charset.as_deref(), read.url.as_deref(), read.is_html),
            (Some("windows-1252"), Some("https://post.example/bridge"), true)
        );
        for (encoding, page, want) in [
            ("quoted-printable", long, "<p>A café is opened by the bridge: 1=1, a=b.</p>"),
            ("Base64", "PHA+QSBi\r\ncmlkZ2U8L3A+", "<p>A bridge</p>"),
            ("base64", "PHA+QSBicmlkZ2U8L3A+A", "<p>A bridge</p>"),
            ("8bit", "<p>A bridge</p>", "<p>A bridge</p>"),
        ] {
            assert_eq!(text(&envelope(encoding, page)), Some((want.to_owned(), false)), "{encoding}");
        }
    }

    #[test]
    fn an_envelope_that_is_cut_off_gives_what_is_there() {
        let whole = envelope("8bit", "<p>A bridge</p>");
        let cut = whole.split("</p>").next().unwrap();
        assert_eq!(text(cut), Some(("<p>A bridge".to_owned(), true)));
    }

    #[test]
    fn what_is_no_envelope_is_none() {
        for page in
            ["", "Title: a page\n\nText", "MIME-Version: 1.0\nContent-Type: text/plain\n\nText", "Bridge opens\n\nText: more", "a: b"]
        {
            assert_eq!(text(page), None, "{page}");
        }
        let envelopes = (0..6).map(|at| format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"));
        let nested = envelopes.collect::<Vec<_>>().concat();
        assert_eq!(text(&nested), None);
    }
}
