//! A signature as bytes, so that a library need not read every article again to group them.

use jiff::civil::Date;

use super::signature::{Counted, Signature};

/// Changes when the words or their counts are taken otherwise than before: bytes of another form are not read.
const FORM: u8 = 1;

impl Signature {
    /// The words as bytes; the day is kept elsewhere.
    ///
    /// Shape: the form, then for each word three numbers in LEB128: the stem's distance from the one before, how often in all with the mark
    /// of a name as lowest bit, how often in the lead; about 6 bytes a word.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![FORM];
        let mut last = 0;
        for word in &self.words {
            let numbers = [u64::from(word.stem - last), u64::from(word.whole) << 1 | u64::from(word.is_name), u64::from(word.lead)];
            for number in numbers {
                write(number, &mut bytes);
            }
            last = word.stem;
        }
        bytes
    }

    /// Reads what [`Signature::to_bytes`] wrote; `None` for bytes of another form.
    #[must_use]
    pub fn from_bytes(day: Option<Date>, bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(&[FORM])?;
        let mut words = Vec::with_capacity(rest.len() / 6);
        let mut last = 0_u32;
        while !rest.is_empty() {
            let (distance, whole, lead) = (read(&mut rest)?, read(&mut rest)?, read(&mut rest)?);
            last = last.checked_add(u32::try_from(distance).ok()?)?;
            let (whole, lead, is_name) = (u32::try_from(whole >> 1).ok()?, u32::try_from(lead).ok()?, whole & 1 == 1);
            words.push(Counted { stem: last, lead, whole, is_name });
        }
        Some(Self { day, words })
    }
}

fn write(mut number: u64, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..35).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature() -> Signature {
        let word = |stem, lead, whole, is_name| Counted { stem, lead, whole, is_name };
        let words = vec![word(0, 0, 1, false), word(127, 1, 1, true), word(128, 0, 300, false), word(u32::MAX, 70_000, 70_001, true)];
        Signature { day: "2024-03-02".parse().ok(), words }
    }

    #[test]
    fn written_and_read_back() {
        let kept = signature();
        assert_eq!(Signature::from_bytes(kept.day, &kept.to_bytes()), Some(kept));
        assert_eq!(Signature::from_bytes(None, &Signature::default().to_bytes()), Some(Signature::default()));
    }

    #[test]
    fn other_bytes_are_not_read() {
        let bytes = signature().to_bytes();
        assert_eq!(Signature::from_bytes(None, &[]), None);
        assert_eq!(Signature::from_bytes(None, &[FORM + 1]), None);
        assert_eq!(Signature::from_bytes(None, bytes.split_last().unwrap().1), None, "cut short");
        assert_eq!(Signature::from_bytes(None, &[FORM, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None, "no end");
    }
}
