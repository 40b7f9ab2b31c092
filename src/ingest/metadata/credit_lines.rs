//! Lines that say who and when, as outlets of six languages write them, read on a whole page.

use crate::article::{Article, Published};
use crate::ingest::{Options, ingest};

const BODY: &str = "The old harbour of Orne will be closed from April until the autumn, the town said on Monday evening.\n\n\
                    \"We have to dig it out before the next winter,\" the harbour master, Paula Lund, told the council.\n\n\
                    The work costs about four million euros, and most of it is paid by the region.\n\n\
                    Ships of more than thirty metres will have to use the new port on the other side of the bay.\n";

fn page(above: &str, below: &str) -> Article {
    let page = format!("Old harbour of Orne to close for half a year\n\n{above}\n\n{BODY}\n{below}\n");
    ingest(page.as_bytes(), "page.txt", Options::default()).unwrap().article
}

/// What a line says: author, agency, publication and change.
type Says = (Option<&'static str>, Option<&'static str>, Option<&'static str>, Option<&'static str>);

fn check(lines: &[(&str, Says)], read: impl Fn(&str) -> Article) {
    let time = |when: Option<Published>| when.map(Published::rfc3339);
    let wrong: Vec<String> = lines
        .iter()
        .filter_map(|(line, want)| {
            let article = read(line);
            let (author, published) = (article.author(), time(article.published()));
            let agency = article.metadata.agency.as_ref().map(|found| found.value.clone());
            let updated = time(article.metadata.updated.as_ref().map(|found| found.value));
            let got = (author.as_deref(), agency.as_deref(), published.as_deref(), updated.as_deref());
            (got != *want).then(|| format!("{line:?}\n  want {want:?}\n  got  {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

const DAY: Option<&str> = Some("2024-02-05");

#[test]
fn english() {
    let jane = Some("Jane Smith");
    check(
        &[
            ("By Jane Smith, Harbour correspondent", (jane, None, None, None)),
            ("BY JANE SMITH AND J. R. PUBLIC", (Some("Jane Smith, J. R. Public"), None, None, None)),
            ("By Jane Smith, John Public and Ana Ruiz", (Some("Jane Smith, John Public, Ana Ruiz"), None, None, None)),
            ("By Jane Smith | The Associated Press", (jane, Some("The Associated Press"), None, None)),
            ("By Jane Smith, Reuters", (jane, Some("Reuters"), None, None)),
            ("By Jane Smith\nBy Jane Smith\n5 February 2024", (jane, None, DAY, None)),
            ("Jane Smith, February 5, 2024", (jane, None, DAY, None)),
            ("Published: 5 Feb 2024 Updated: 6 Feb 2024", (None, None, DAY, Some("2024-02-06"))),
            ("Updated 6 February 2024, first published 5 February 2024", (None, None, DAY, Some("2024-02-06"))),
            ("First published on Mon 5 Feb 2024 14.05 GMT", (None, None, Some("2024-02-05T14:05:00Z"), None)),
            ("Last modified on Tue 6 Feb 2024 09.00 GMT", (None, None, Some("2024-02-06T09:00:00Z"), Some("2024-02-06T09:00:00Z"))),
            ("Feb. 5, 2024 at 6:05 a.m. EST", (None, None, Some("2024-02-05T06:05:00-05:00"), None)),
            ("February 5, 2024 2:05 PM PST\nUpdated February 6, 2024", (None, None, Some("2024-02-05T14:05:00-08:00"), Some("2024-02-06"))),
            ("By Jane Smith in Upper Orne", (jane, None, None, None)),
            ("Words by Jane O'Neill-Smith", (Some("Jane O'Neill-Smith"), None, None, None)),
            ("By Jean de la Tour", (Some("Jean de la Tour"), None, None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn lines_without_a_word_for_the_author() {
    let jane = Some("Jane Smith");
    check(
        &[
            ("Jane Smith, AP Science Writer\n\nUpdated 5:27 am CST, Monday, February 5, 2024", (jane, Some("AP"), Some("2024-02-05"), DAY)),
            ("JANE SMITH, FUTURES\n5 FEB 2024", (jane, None, DAY, None)),
            ("February 5, 2024 Jane Smith", (jane, None, DAY, None)),
            ("Jane Smith\n\nJane Smith\nShare", (jane, None, None, None)),
            ("Jane Smith Senior Contributor", (jane, None, None, None)),
            ("Jane Smith\nMonday 6:30PM", (jane, None, None, None)),
            ("17:55 Jane Smith", (jane, None, None, None)),
            ("Jane Smith Orne Gazette\nPublished 5 February 2024", (jane, None, DAY, None)),
            ("By Jane Smith, Orne Gazette", (jane, None, None, None)),
            ("Orne Gazette, 5 Feb 2024", (None, None, DAY, None)),
            ("Orne / author: Pixabay", (None, None, None, None)),
            ("Old Harbour\n5 February 2024", (None, None, DAY, None)),
            ("H. Dufour (avec AFP)", (Some("H. Dufour"), Some("AFP"), None, None)),
            ("05.02.24, 14:10 Uhr | Jana Köhler, dpa", (Some("Jana Köhler"), Some("dpa"), Some("2024-02-05T14:10:00-00:00"), None)),
            ("5 February 2024\n\nA pilot at work\n\nJane Smith, Associated Press", (None, None, DAY, None)),
            ("Reuters, Orne,\nFeb 5 2024", (None, Some("Reuters"), DAY, None)),
            ("AFP, ORNE", (None, Some("AFP"), None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn german() {
    let jana = Some("Jana Schmidt");
    check(
        &[
            ("Von Jana Schmidt", (jana, None, None, None)),
            ("Von Jana Schmidt und Karl Maier", (Some("Jana Schmidt, Karl Maier"), None, None, None)),
            ("Von Jana Schmidt, Orne", (jana, None, None, None)),
            ("Ein Bericht von Jana Schmidt", (jana, None, None, None)),
            ("Jana Schmidt, 5. Februar 2024", (jana, None, DAY, None)),
            ("Stand: 06.02.2024 14:05 Uhr", (None, None, Some("2024-02-06T14:05:00-00:00"), Some("2024-02-06T14:05:00-00:00"))),
            ("Veröffentlicht am 05.02.2024, aktualisiert am 06.02.2024", (None, None, DAY, Some("2024-02-06"))),
            ("Montag, 5. Februar 2024, 14.05 Uhr", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("5. Feb. 2024 um 14:05 Uhr MEZ", (None, None, Some("2024-02-05T14:05:00+01:00"), None)),
            ("Quelle: dpa", (None, Some("dpa"), None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn french() {
    let jeanne = Some("Jeanne Dupont");
    check(
        &[
            ("Par Jeanne Dupont", (jeanne, None, None, None)),
            ("Par Jeanne Dupont et Paul Martin", (Some("Jeanne Dupont, Paul Martin"), None, None, None)),
            ("Par Jeanne Dupont avec AFP", (jeanne, Some("AFP"), None, None)),
            ("Par Jeanne Dupont (à Orne)", (jeanne, None, None, None)),
            ("Publié le 5 février 2024 à 14h05", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Publié le 05/02/2024 à 14:05, mis à jour le 06/02/2024 à 9:00", (None, None, None, None)),
            ("Publié le lundi 5 février 2024, mis à jour le 6 février 2024", (None, None, DAY, Some("2024-02-06"))),
            ("Jeanne Dupont, publié le 5 février 2024", (jeanne, None, DAY, None)),
            ("Source : AFP", (None, Some("AFP"), None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn spanish() {
    let juana = Some("Juana Pérez");
    check(
        &[
            ("Por Juana Pérez", (juana, None, None, None)),
            ("Por Juana Pérez y Pablo Ruiz", (Some("Juana Pérez, Pablo Ruiz"), None, None, None)),
            ("Por Juana Pérez e Inés Ruiz", (Some("Juana Pérez, Inés Ruiz"), None, None, None)),
            ("Por Juana Pérez / EFE", (juana, Some("EFE"), None, None)),
            ("Autora: Juana Pérez", (juana, None, None, None)),
            ("Publicado el 5 de febrero de 2024", (None, None, DAY, None)),
            ("5 de febrero de 2024 a las 14:05", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Publicado: 5 de febrero de 2024. Actualizado: 6 de febrero de 2024", (None, None, DAY, Some("2024-02-06"))),
            ("Juana Pérez, 5 de febrero de 2024", (juana, None, DAY, None)),
            ("Fuente: EFE", (None, Some("EFE"), None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn russian() {
    let anna = Some("Анна Петрова");
    check(
        &[
            ("Автор: Анна Петрова", (anna, None, None, None)),
            ("Авторы: Анна Петрова, Иван Сидоров", (Some("Анна Петрова, Иван Сидоров"), None, None, None)),
            ("Текст: Анна Петрова и Иван Сидоров", (Some("Анна Петрова, Иван Сидоров"), None, None, None)),
            ("Автор: А. Петрова", (Some("А. Петрова"), None, None, None)),
            ("Анна Петрова, 5 февраля 2024", (anna, None, DAY, None)),
            ("5 февраля 2024, 14:05 МСК", (None, None, Some("2024-02-05T14:05:00+03:00"), None)),
            ("14:05 05.02.2024", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Опубликовано 5 февраля 2024 г. в 14:05", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Опубликовано: 05.02.2024 Обновлено: 06.02.2024", (None, None, DAY, Some("2024-02-06"))),
            ("Источник: ТАСС", (None, Some("ТАСС"), None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn ukrainian() {
    let olena = Some("Олена Коваль");
    check(
        &[
            ("Автор: Олена Коваль", (olena, None, None, None)),
            ("Авторка: Олена Коваль", (olena, None, None, None)),
            ("Автори: Олена Коваль та Іван Бойко", (Some("Олена Коваль, Іван Бойко"), None, None, None)),
            ("Текст: Олена Коваль, Іван Бойко", (Some("Олена Коваль, Іван Бойко"), None, None, None)),
            ("Олена Коваль, 5 лютого 2024", (olena, None, DAY, None)),
            ("5 лютого 2024, 14:05", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Понеділок, 5 лютого 2024 року, 14:05", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Опубліковано 5 лютого 2024 о 14:05", (None, None, Some("2024-02-05T14:05:00-00:00"), None)),
            ("Опубліковано: 05.02.2024 Оновлено: 06.02.2024", (None, None, DAY, Some("2024-02-06"))),
            ("Джерело: Укрінформ", (None, Some("Укрінформ"), None, None)),
        ],
        |line| page(line, ""),
    );
}

#[test]
fn credits_below_the_body() {
    check(
        &[
            ("Source: TASS", (None, Some("TASS"), None, None)),
            ("Reporting by Jane Smith; editing by John Public", (Some("Jane Smith"), None, None, None)),
            ("(Reporting by Jane Smith and Ana Ruiz; Editing by John Public)", (Some("Jane Smith, Ana Ruiz"), None, None, None)),
            ("The Associated Press contributed to this report.", (None, None, None, None)),
        ],
        |line| page("", line),
    );
}
