//! The fetcher against a server of its own on this machine's loopback: what it sends, what it keeps, and where it stops.

#![cfg(test)]

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use super::*;

/// Answers every request with what `answer` makes of its lines; gives the address of its root, without a slash at the end.
fn serve(answer: impl Fn(&[String], &mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let lines = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect::<Vec<_>>();
            answer(&lines, &mut stream);
        }
    });
    root
}

fn send(stream: &mut TcpStream, head: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    // Who has read enough hangs up.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

fn limits() -> Limits {
    Limits { time: Duration::from_millis(1500), connecting: Duration::from_secs(1), bytes: 2 << 20, redirects: 3 }
}

fn fetch(address: &str) -> Result<Fetched, Error> {
    Fetcher::new(limits()).fetch(&Address::parse(address).unwrap(), &Validators::default())
}

#[track_caller]
fn page(fetched: Result<Fetched, Error>) -> Page {
    match fetched.unwrap() {
        Fetched::Page(page) => *page,
        Fetched::Unchanged => panic!("unchanged"),
    }
}

#[test]
fn a_page_comes_with_its_character_set_and_what_tells_its_changes() {
    let root = serve(|lines, stream| {
        assert!(lines.iter().any(|line| line.to_lowercase().starts_with("user-agent: parallax/")), "{lines:?}");
        send(
            stream,
            "200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nETag: \"a1\"\r\nLast-Modified: Sat, 02 Mar 2024 10:00:00 GMT",
            b"\xcf\xe8\xf0\xf1",
        );
    });
    let page = page(fetch(&format!("{root}/pier#top")));
    assert_eq!((page.bytes.as_slice(), page.charset.as_deref()), (b"\xcf\xe8\xf0\xf1".as_slice(), Some("windows-1251")));
    assert_eq!((page.validators.etag.as_deref(), page.address.as_str()), (Some("\"a1\""), format!("{root}/pier").as_str()));
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let root = serve(|lines, stream| {
        let asks = |wanted: &str| lines.iter().any(|line| line.eq_ignore_ascii_case(wanted));
        let known = asks("If-None-Match: \"a1\"") && asks("If-Modified-Since: Sat, 02 Mar 2024 10:00:00 GMT");
        send(stream, if known { "304 Not Modified" } else { "200 OK" }, b"");
    });
    let last = Validators { etag: Some("\"a1\"".into()), last_modified: Some("Sat, 02 Mar 2024 10:00:00 GMT".into()) };
    let fetched = Fetcher::new(limits()).fetch(&Address::parse(&root).unwrap(), &last);
    assert_eq!(fetched.unwrap(), Fetched::Unchanged);
}

#[test]
fn a_page_that_moved_has_its_new_address() {
    let root = serve(|lines, stream| {
        let is_old = lines[0].starts_with("GET /old");
        send(stream, if is_old { "301 Moved Permanently\r\nLocation: /new" } else { "200 OK" }, b"page");
    });
    assert_eq!(page(fetch(&format!("{root}/old"))).address.as_str(), format!("{root}/new"));
}

#[test]
fn every_limit_is_kept_and_said() {
    let packed = |bytes: usize| {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(&vec![b' '; bytes]).unwrap();
        writer.finish().unwrap()
    };
    let bomb = packed(40 << 20);
    let root = serve(move |lines, stream| match lines[0].split(' ').nth(1).unwrap() {
        "/round" => send(stream, "302 Found\r\nLocation: /round", b""),
        "/away" => send(stream, "302 Found\r\nLocation: file:///etc/passwd", b""),
        "/gone" => send(stream, "410 Gone", b"it was here"),
        "/large" => send(stream, "200 OK", &vec![b'a'; (2 << 20) + 1]),
        "/bomb" => send(stream, "200 OK\r\nContent-Encoding: gzip", &bomb),
        "/cut" => drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")),
        "/noise" => drop(stream.write_all(b"\x1b[31m no HTTP\r\n\r\n")),
        _ => thread::sleep(Duration::from_secs(4)),
    });
    for (path, want) in [
        ("/round", "more than 3 redirects"),
        ("/gone", "the server answers 410 Gone"),
        ("/large", "larger than 2 MB, too large for a saved page"),
        ("/bomb", "larger than 2 MB, too large for a saved page"),
        ("/slow", "no whole page within 1 seconds"),
    ] {
        assert_eq!(fetch(&format!("{root}{path}")).unwrap_err().to_string(), want, "{path}");
    }
    for path in ["/away", "/cut", "/noise"] {
        let said = fetch(&format!("{root}{path}")).unwrap_err().to_string();
        assert!(!said.contains(char::is_control) && !said.contains("passwd"), "{path}: {said}");
    }
}

#[test]
fn who_is_not_there_is_said() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = listener.local_addr().unwrap();
    drop(listener);
    let said = fetch(&format!("http://{nobody}/")).unwrap_err().to_string();
    assert!(said.starts_with("no connection: "), "{said}");
}
