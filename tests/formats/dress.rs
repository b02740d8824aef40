//! One list of signs, written in every format that is read.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

pub(crate) type Pair = (String, String);

/// A file of all signs; of formats with a file a language the English one, and the Chinese.
#[derive(Debug, Clone)]
pub(crate) struct Dressed {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub partner: Option<(&'static str, Vec<u8>)>,
}

fn one(name: &'static str, text: String) -> Dressed {
    Dressed { name, bytes: text.into_bytes(), partner: None }
}

fn two(name: &'static str, en: String, zh_name: &'static str, zh: String) -> Dressed {
    Dressed { name, bytes: en.into_bytes(), partner: Some((zh_name, zh.into_bytes())) }
}

/// Every format; the first is plain CSV.
pub(crate) fn dressed(signs: &[Pair]) -> Vec<Dressed> {
    let json = |text: &str| serde_json::to_string(text).expect("JSON");
    let xml = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let each = |line: &dyn Fn(usize, &str, &str) -> String| {
        signs.iter().enumerate().map(|(at, (zh, en))| line(at, zh, en)).collect::<Vec<_>>()
    };
    let chinese = |line: &dyn Fn(usize, &str) -> String| each(&|at, zh, _| line(at, zh)).concat();
    let english = |line: &dyn Fn(usize, &str) -> String| each(&|at, _, en| line(at, en)).concat();
    let entries = |text: &dyn Fn(usize) -> String| {
        let lines = (0..signs.len()).map(|at| format!("    \"s{at:03}\": {}", text(at)));
        lines.collect::<Vec<_>>().join(",\n")
    };
    let (zh, en) = (|at: usize| json(&signs[at].0), |at: usize| json(&signs[at].1));
    let android = |at: usize, text: &str| {
        format!("  <string name=\"s{at:03}\">{}</string>\n", xml(text).replace('\\', "\\\\").replace('\'', "\\'"))
    };
    let property = |at: usize, text: &str| {
        let mut line = format!("s{at:03} = ");
        for unit in text.encode_utf16() {
            let _ = write!(line, "\\u{unit:04x}");
        }
        line + "\n"
    };
    let quoted = |at: usize, text: &str| format!("\"s{at:03}\" = {};\n", json(text));
    vec![
        one("signs.csv", delimited(signs, b',')),
        one("signs.tsv", delimited(signs, b'\t')),
        Dressed { name: "signs.xlsx", bytes: xlsx(signs), partner: None },
        Dressed { name: "signs.ods", bytes: ods(signs), partner: None },
        one(
            "pairs.json",
            format!("{{\"signs\": [\n{}\n]}}\n", each(&|_, zh, en| format!("  {{\"zh\": {}, \"en\": {}}}", json(zh), json(en))).join(",\n")),
        ),
        one(
            "names.json",
            format!("[{}]", each(&|_, zh, en| format!("{{\"nameEn\":{},\"name\":{}}}", json(en), json(zh))).join(",")),
        ),
        one("branches.json", format!("{{\n  \"zh-CN\": {{\n{}\n  }},\n  \"en\": {{\n{}\n  }}\n}}\n", entries(&zh), entries(&en))),
        one("signs.jsonl", each(&|_, zh, en| format!("{{\"name_zh\":{},\"name_en\":{}}}\r\n", json(zh), json(en))).concat()),
        one(
            "signs.geojson",
            format!(
                "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}",
                each(&|_, zh, en| format!(
                    "{{\"type\":\"Feature\",\"geometry\":null,\"properties\":{{\"name\":{},\"name:en\":{}}}}}",
                    json(zh),
                    json(en)
                ))
                .join(",\n")
            ),
        ),
        one("signs.yaml", each(&|at, zh, en| yaml(at, zh, en)).concat()),
        one(
            "signs.po",
            format!(
                "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n{}",
                each(&|at, zh, en| format!("# {at}\nmsgctxt \"s{at}\"\nmsgid {}\nmsgstr {}\n\n", json(zh), json(en))).concat()
            ),
        ),
        one(
            "old.xlf",
            format!(
                "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"zh-CN\" target-language=\"en-US\"><body>\n{}</body></file></xliff>\n",
                each(&|at, zh, en| format!(
                    "<trans-unit id=\"{at}\"><source>{}</source><target state=\"final\">{}</target></trans-unit>\n",
                    xml(zh),
                    xml(en)
                ))
                .concat()
            ),
        ),
        one(
            "new.xlf",
            format!(
                "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"zh-Hans\" trgLang=\"en\"><file id=\"f\">\n{}</file></xliff>\n",
                each(&|at, zh, en| format!(
                    "<unit id=\"u{at}\"><segment><source>{}</source><target>{}</target></segment></unit>\n",
                    xml(zh),
                    xml(en)
                ))
                .concat()
            ),
        ),
        one(
            "from-english.xlf",
            format!(
                "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"zh-Hans\"><file id=\"f\">\n{}</file></xliff>\n",
                each(&|at, zh, en| format!(
                    "<unit id=\"u{at}\"><segment><source>{}</source><target>{}</target></segment></unit>\n",
                    xml(en),
                    xml(zh)
                ))
                .concat()
            ),
        ),
        one(
            "signs.tmx",
            format!(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><body>\n{}</body></tmx>\n",
                each(&|_, zh, en| format!(
                    "<tu><tuv xml:lang=\"zh-CN\"><seg>{}</seg></tuv><tuv xml:lang=\"en\"><seg>{}</seg></tuv></tu>\n",
                    xml(zh),
                    xml(en)
                ))
                .concat()
            ),
        ),
        one(
            "signs.osm",
            format!(
                "<osm version=\"0.6\">\n{}</osm>\n",
                each(&|at, zh, en| format!(
                    "<node id=\"{at}\"><tag k=\"name\" v=\"x\"/><tag k=\"name:zh\" v=\"{}\"/><tag k=\"name:en\" v=\"{}\"/></node>\n",
                    xml(zh).replace('"', "&quot;"),
                    xml(en).replace('"', "&quot;")
                ))
                .concat()
            ),
        ),
        one("signs.md", format!("# Signs\n\n| 中文 | 英文 |\n|:--|:--|\n{}", each(&|_, zh, en| format!("| {} | {} |\n", markdown(zh), markdown(en))).concat())),
        one(
            "signs.html",
            format!(
                "<!DOCTYPE html><h1>x</h1><table><thead><tr><th>中文<th>English</thead>\n{}</table>",
                each(&|_, zh, en| format!("<tr><td>{}</td><td><b>{}</b></td></tr>\n", xml(zh), xml(en))).concat()
            ),
        ),
        two("en.json", format!("{{\n{}\n}}", entries(&en)), "zh.json", format!("{{\n{}\n}}", entries(&zh))),
        two(
            "en.yml",
            format!("en:\n{}", english(&|at, en| format!("  s{at:03}: {}\n", json(en)))),
            "zh-CN.yml",
            format!("zh-CN:\n{}", chinese(&|at, zh| format!("  s{at:03}: {}\n", json(zh)))),
        ),
        two(
            "strings.xml",
            format!("<?xml version=\"1.0\"?>\n<resources>\n{}</resources>\n", english(&android)),
            "strings-zh.xml",
            format!("<resources>\n{}</resources>\n", chinese(&android)),
        ),
        two("en.strings", english(&quoted), "zh.strings", format!("/* signs */\n{}", chinese(&quoted))),
        two("signs_en.properties", english(&property), "signs_zh.properties", chinese(&property)),
        one(
            "signs.xcstrings",
            format!(
                "{{\"sourceLanguage\":\"en\",\"version\":\"1.0\",\"strings\":{{\n{}\n}}}}",
                each(&|at, zh, en| {
                    let unit = |text: &str| format!("{{\"stringUnit\":{{\"state\":\"translated\",\"value\":{}}}}}", json(text));
                    format!("\"s{at:03}\":{{\"localizations\":{{\"en\":{},\"zh-Hans\":{}}}}}", unit(en), unit(zh))
                })
                .join(",\n")
            ),
        ),
    ]
}

fn delimited(signs: &[Pair], delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(["zh", "en"]).expect("written");
    signs.iter().for_each(|(zh, en)| writer.write_record([zh, en]).expect("written"));
    String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8")
}

/// Plain, single-quoted and double-quoted scalars by turns.
fn yaml(at: usize, zh: &str, en: &str) -> String {
    let single = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let double = |text: &str| serde_json::to_string(text).expect("JSON");
    let plain = en.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
    let en = match at % 3 {
        0 if plain => en.to_owned(),
        1 => single(en),
        _ => double(en),
    };
    format!("- zh: {}\n  # 标识 {at}\n  en: {en} # end\n", double(zh))
}

fn markdown(text: &str) -> String {
    let special = |c: char| "\\`*_[]<>|#&~!$".contains(c);
    text.chars().fold(String::new(), |mut out, c| {
        if special(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

fn xlsx(signs: &[Pair]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (zh, en)) in (0..).zip([("中文".to_owned(), "英文".to_owned())].iter().chain(signs)) {
        sheet.write_string(row, 1, zh).and_then(|s| s.write_string(row, 3, en)).expect("written");
    }
    book.save_to_buffer().expect("a workbook")
}

fn ods(signs: &[Pair]) -> Vec<u8> {
    let cell = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |zh: &str, en: &str| format!("<table:table-row>{}{}</table:table-row>", cell(zh), cell(en));
    let rows: String = signs.iter().map(|(zh, en)| row(zh, en)).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"A\">{}{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        row("中文", "英文")
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", &content),
    ] {
        zip.start_file(name, stored).expect("begun");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}
