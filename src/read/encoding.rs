//! From bytes to text: the encoding by its mark, by its form, by its letters, or as told.

use super::ReadError;
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text without a byte-order mark.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    /// Some bytes were no text and stand as U+FFFD.
    pub lossy: bool,
}

/// Bytes looked at to tell the encoding.
const SAMPLE: usize = 1 << 20;

/// Decodes the bytes of a file; `told` is the user's own word for the encoding.
pub(super) fn decode(path: &str, bytes: Vec<u8>, told: Option<&str>) -> Result<Decoded, ReadError> {
    if let Some(name) = told {
        let encoding =
            Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| ReadError::Encoding { name: name.to_owned() })?;
        return Ok(with(encoding, &bytes));
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return Ok(with(encoding, &bytes));
    }
    if let Some((what, what_zh)) = magic(&bytes) {
        return Err(ReadError::NotText { path: path.to_owned(), what, what_zh });
    }
    if let Some(encoding) = utf16(&bytes) {
        return Ok(with(encoding, &bytes));
    }
    if is_binary(&bytes) {
        return Err(ReadError::NotText {
            path: path.to_owned(),
            what: "it holds control bytes",
            what_zh: "含有控制字节",
        });
    }
    if simdutf8::basic::from_utf8(&bytes).is_ok() {
        let text = String::from_utf8(bytes).unwrap_or_default();
        return Ok(Decoded { text, encoding: UTF_8.name(), lossy: false });
    }
    Ok(with(guess(&bytes), &bytes))
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    // GBK and GB18030 share a decoder; the wider name is the one to write back with.
    let (text, used, lossy) = encoding.decode(bytes);
    let name = if used == GBK { GB18030 } else { used }.name();
    Decoded { text: text.into_owned(), encoding: name, lossy }
}

/// A file that is nearly all UTF-8 is UTF-8 with faults; else the letters decide.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let lossy = String::from_utf8_lossy(sample);
    let faults = lossy.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let good = lossy.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    if good >= 2 * faults {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    let guessed = detector.guess(None, chardetng::Utf8Detection::Allow);
    // Inventories of Chinese signs are in a Chinese encoding or none.
    if guessed == BIG5 || guessed == GBK || guessed == GB18030 || guessed == UTF_8 { guessed } else { GB18030 }
}

/// UTF-16 without a mark: every second byte of its ASCII is zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 8 {
        return None;
    }
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 2 / 5;
    if odd > many && even * 8 < odd {
        Some(UTF_16LE)
    } else if even > many && odd * 8 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn magic(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const KNOWN: [(&[u8], &str, &str); 7] = [
        (b"PK\x03\x04", "it is a workbook or a zip archive", "是工作簿或 zip 压缩包"),
        (b"\xd0\xcf\x11\xe0", "it is an old Office file (.xls)", "是旧版 Office 文件（.xls）"),
        (b"%PDF", "it is a PDF", "是 PDF 文件"),
        (b"\x89PNG", "it is a picture", "是图片"),
        (b"\xff\xd8\xff", "it is a picture", "是图片"),
        (b"\x1f\x8b", "it is compressed (gzip)", "是 gzip 压缩文件"),
        (b"SQLite format 3", "it is a database", "是数据库文件"),
    ];
    KNOWN.iter().find(|(head, ..)| bytes.starts_with(head)).map(|(_, what, what_zh)| (*what, *what_zh))
}

/// More than one byte in twenty is a control byte.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let control =
        sample.iter().filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)).count();
    control * 20 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "编号,中文,英文\n1,天安门广场,Tian'anmen Square\n2,颐和园,Summer Palace\n3,卫生间,Toilet\n";

    fn read(bytes: Vec<u8>) -> (String, &'static str) {
        let decoded = decode("a.csv", bytes, None).unwrap_or_else(|e| panic!("{e}"));
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn chinese_encodings_are_recognised() {
        assert_eq!(read(TEXT.as_bytes().to_vec()), (TEXT.to_owned(), "UTF-8"));
        assert_eq!(read([b"\xef\xbb\xbf", TEXT.as_bytes()].concat()), (TEXT.to_owned(), "UTF-8"));
        assert_eq!(read(GB18030.encode(TEXT).0.into_owned()), (TEXT.to_owned(), "gb18030"));
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read([b"\xff\xfe".to_vec(), little.clone()].concat()), (TEXT.to_owned(), "UTF-16LE"));
        assert_eq!(read(little), (TEXT.to_owned(), "UTF-16LE"));
        let traditional =
            "編號,中文,英文\n1,天安門廣場,Tian'anmen Square\n2,頤和園,Summer Palace\n3,故宮博物院,Palace Museum\n";
        assert_eq!(read(BIG5.encode(traditional).0.into_owned()), (traditional.to_owned(), "Big5"));
    }

    #[test]
    fn one_bad_byte_does_not_change_the_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode("a.csv", bytes, None).unwrap_or_else(|e| panic!("{e}"));
        assert!(decoded.lossy && decoded.encoding == "UTF-8");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"PK\x03\x04aaaa"[..], b"%PDF-1.7", &[0x01, 0x02, 0x03, 0x04, 0x05, 0x61]] {
            assert!(matches!(decode("a", bytes.to_vec(), None), Err(ReadError::NotText { .. })));
        }
    }
}
