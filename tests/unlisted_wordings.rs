//! Official wordings that their own entry does not list: every term and notice loses one of its allowed forms, and the
//! form is judged by what is left. No glossary is complete, so this tells how often the rules warn of good English.

use signlint::analyse::{Analysed, Context};
use signlint::finding::Level;
use signlint::glossary::{Glossary, Layer};
use signlint::rules::{RULES, Report};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Findings at warning on a hundred wordings, and at error on a thousand. Most are wordings that share no word with what
/// is left (Overlay for Temporary Facilities).
const WARNINGS_PER_HUNDRED: usize = 14;
const ERRORS_PER_THOUSAND: usize = 2;

/// A dictionary file without one form of each entry, and the pairs of Chinese and English that were taken out.
struct Thinned {
    path: String,
    group: &'static str,
    text: String,
    taken: Vec<(String, String)>,
}

#[test]
fn unlisted_official_wordings_mostly_pass() {
    let files: Vec<Thinned> =
        ["terms", "notices"].into_iter().flat_map(|group| files(group).map(move |p| thin(&p, group))).collect();
    let left = files.iter().map(|file| (file.path.as_str(), file.group, file.text.as_str()));
    let mut context = Context::standard();
    context.glossary = Glossary::of_layer(Layer::of_groups(left).expect("the dictionaries stay valid"));
    let taken: Vec<&(String, String)> = files.iter().flat_map(|file| &file.taken).collect();
    let (mut warned, mut wrong) = (BTreeMap::<&str, Vec<String>>::new(), Vec::new());
    let mut flagged = 0;
    for (zh, en) in &taken {
        let sign = Analysed::new(&context, zh, en, None, None);
        let mut report = Report::default();
        RULES.iter().for_each(|rule| (rule.check)(&sign, &mut report));
        flagged += usize::from(report.has(Level::Warning));
        for finding in report.into_findings() {
            let told = format!("{zh} = {en} -> {:?}", finding.suggestion);
            match finding.level {
                Level::Error => wrong.push(format!("{} {told}", finding.rule)),
                Level::Warning => warned.entry(finding.rule).or_default().push(told),
                Level::Info => {}
            }
        }
    }
    assert!(taken.len() > 3000, "only {} wordings were taken out", taken.len());
    assert!(flagged * 100 < taken.len() * WARNINGS_PER_HUNDRED, "{flagged} of {}: {warned:#?}", taken.len());
    assert!(wrong.len() * 1000 < taken.len() * ERRORS_PER_THOUSAND, "{} of {}: {wrong:#?}", wrong.len(), taken.len());
}

fn files(group: &str) -> impl Iterator<Item = PathBuf> + use<> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries").join(group);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    files.into_iter()
}

/// Takes the last allowed form with words of its own out of each entry.
fn thin(path: &Path, group: &'static str) -> Thinned {
    let mut reader = csv::Reader::from_path(path).expect("the file is there");
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|cell| cell == name).expect("a column of the schema");
    let (zh, preferred, allowed) = (column("zh"), column("preferred"), column("allowed"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("memory");
    let mut taken = Vec::new();
    for record in reader.records() {
        let record = record.expect("a record");
        let forms: Vec<&str> = record[allowed].split(" | ").filter(|form| !form.is_empty()).collect();
        let own = |form: &&&str| words(form) != words(&record[preferred]) && !form.contains(['/', '(', ';', '_']);
        let out = forms.iter().rfind(own).copied();
        let kept: Vec<&str> =
            forms.into_iter().filter(|form| out.is_none_or(|out| words(out) != words(form))).collect();
        taken.extend(out.map(|form| (record[zh].to_owned(), form.to_owned())));
        let kept = kept.join(" | ");
        let cells = record.iter().enumerate().map(|(at, cell)| if at == allowed { kept.as_str() } else { cell });
        writer.write_record(cells).expect("memory");
    }
    let text = String::from_utf8(writer.into_inner().expect("memory")).expect("the file is UTF-8");
    Thinned { path: path.display().to_string(), group, text, taken }
}

/// Letters and digits by word, sorted: forms with the same are one wording.
fn words(form: &str) -> Vec<String> {
    let plain = form.replace(['\'', '’'], "").to_lowercase();
    let mut words: Vec<String> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    words.sort();
    words
}
