//! Parquet inventories, written here by the `parquet` crate: read in every compression, or refused with a reason.
//! `cargo test --features parquet --test parquet`
#![cfg(feature = "parquet")]

mod common;

use common::run;
use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use signlint::finding::Lang;
use signlint::read::{PARSER_THREAD, ReadOptions, read_bytes};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

const SCHEMA: &str = "message signs { REQUIRED INT64 id; OPTIONAL BYTE_ARRAY zh (UTF8); OPTIONAL BYTE_ARRAY en (UTF8); \
                      OPTIONAL BYTE_ARRAY kind (UTF8); }";

type Row<'r> = (i64, Option<&'r str>, Option<&'r str>, Option<&'r str>);

/// Signs in two groups of rows, one fault in each; one sign without English and one row without anything.
const GROUPS: [&[Row]; 2] = [
    &[(1, Some("出口"), Some("Exit"), None), (2, Some("顾客止步"), Some("Staff Only."), Some("notice"))],
    &[(3, Some("平安大街"), Some("Pingan Avenue"), None), (4, Some("入口"), None, None), (5, None, None, None)],
];

fn write(path: &Path, schema: &str, compression: Compression, groups: &[&[Row]]) {
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let properties = WriterProperties::builder().set_compression(compression).build();
    let file = std::fs::File::create(path).expect("made");
    let mut writer = SerializedFileWriter::new(file, schema, Arc::new(properties)).expect("begun");
    for rows in groups {
        let mut group = writer.next_row_group().expect("a group");
        let mut ids = group.next_column().expect("written").expect("a column of numbers");
        let numbers: Vec<i64> = rows.iter().map(|row| row.0).collect();
        ids.typed::<Int64Type>().write_batch(&numbers, None, None).expect("written");
        ids.close().expect("closed");
        let texts: [fn(&Row) -> Option<String>; 3] =
            [|r| r.1.map(str::to_owned), |r| r.2.map(str::to_owned), |r| r.3.map(str::to_owned)];
        for text in texts {
            let Some(mut column) = group.next_column().expect("written") else { break };
            let cells: Vec<Option<String>> = rows.iter().map(text).collect();
            let defined: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
            let values: Vec<ByteArray> = cells.iter().flatten().map(|text| text.as_str().into()).collect();
            column.typed::<ByteArrayType>().write_batch(&values, Some(&defined), None).expect("written");
            column.close().expect("closed");
        }
        group.close().expect("closed");
    }
    writer.close().expect("written");
}

fn in_folder(name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    (folder, path)
}

#[test]
fn every_compression_is_read_to_the_same_findings() {
    let zstd = Compression::ZSTD(ZstdLevel::default());
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::GZIP(Default::default()), zstd] {
        let (_folder, path) = in_folder("signs.parquet");
        write(&path, SCHEMA, compression, &GROUPS);
        let (code, out, err) = run(&["check", &path.to_string_lossy(), "--no-config", "--format", "jsonl"], "");
        let told: Vec<serde_json::Value> = out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
        let told: Vec<String> =
            told.iter().map(|f| format!("{} {} {} {}", f["row"], f["id"], f["line"], f["rule"])).collect();
        assert_eq!(code, 1, "{err}");
        assert_eq!(
            told,
            [
                "2 \"2\" null \"typography/trailing-stop\"",
                "3 \"3\" null \"pinyin/missing-apostrophe\"",
                "4 \"4\" null \"completeness/missing-english\"",
            ],
            "{compression:?}"
        );
        assert_eq!(run(&["suggest", "--input", &path.to_string_lossy(), "--format", "csv"], "").1.lines().count(), 5);
    }
}

#[test]
fn a_file_is_not_written_back_and_says_so() {
    let (_folder, path) = in_folder("signs.parquet");
    write(&path, SCHEMA, Compression::SNAPPY, &GROUPS);
    let before = std::fs::read(&path).expect("read");
    let (code, out, err) = run(&["fix", &path.to_string_lossy(), "--no-config"], "");
    assert!(code == 1 && out.contains("signs.parquet#2") && out.contains("+ Staff Only"), "{out}{err}");
    let (code, _, err) = run(&["fix", "--write", &path.to_string_lossy(), "--no-config"], "");
    assert!(code == 2 && err.contains("Parquet"), "{err}");
    assert_eq!(std::fs::read(&path).expect("read"), before);
}

#[test]
fn damaged_and_unfit_files_are_refused_with_a_reason() {
    let (_folder, path) = in_folder("signs.parquet");
    write(&path, SCHEMA, Compression::SNAPPY, &GROUPS);
    let whole = std::fs::read(&path).expect("read");
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PARSER_THREAD) {
            tell(panic);
        }
    }));
    // Every cut, and every byte turned around: signs, or a reason that names the file.
    for at in 0..whole.len() {
        let mut turned = whole.clone();
        turned[at] ^= 0xff;
        for bytes in [whole[..at].to_vec(), turned] {
            let read = read_bytes("signs.parquet", bytes, &ReadOptions::default());
            assert!(read.is_ok() || read.is_err_and(|e| e.message(Lang::En).contains("signs.parquet")), "byte {at}");
        }
    }
    // Several places at once, in every compression: what one fault hides another may uncover.
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |below: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        usize::try_from(chance >> 33).unwrap_or(0) % below.max(1)
    };
    let zstd = Compression::ZSTD(ZstdLevel::default());
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::GZIP(Default::default()), zstd] {
        write(&path, SCHEMA, compression, &GROUPS);
        let sound = std::fs::read(&path).expect("read");
        for _ in 0..500 {
            let mut bytes = sound.clone();
            for _ in 0..=below(4) {
                let at = below(bytes.len());
                match below(3) {
                    0 => bytes[at] = u8::try_from(below(256)).unwrap_or(0),
                    1 => _ = bytes.drain(at..(at + below(20)).min(bytes.len())),
                    _ => bytes.splice(at..at, sound[below(sound.len())..].iter().take(20).copied()).for_each(drop),
                }
            }
            let began = Instant::now();
            let read = read_bytes("signs.parquet", bytes, &ReadOptions::default());
            assert!(read.is_ok() || read.is_err_and(|e| e.message(Lang::En).contains("signs.parquet")));
            assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
        }
    }
    std::fs::write(&path, &whole[..whole.len() / 2]).expect("written");
    let check = || run(&["check", &path.to_string_lossy(), "--no-config"], "");
    let (code, _, err) = check();
    assert!(code == 2 && err.contains("not well-formed Parquet") && !err.contains("panicked"), "{err}");
    write(&path, "message signs { REQUIRED INT64 id; OPTIONAL BYTE_ARRAY zh (UTF8); }", Compression::SNAPPY, &GROUPS);
    let (code, _, err) = check();
    assert!(code == 2 && err.contains("--columns") && err.contains("zh"), "{err}");
}
