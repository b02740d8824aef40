//! `signlint config check`: whether a `signlint.toml` can be used, and the examples of its own rules hold;
//! `signlint config schema`: what an editor needs to know of it.

use super::{Fault, LangArg, Verdict, language};
use signlint::config::{FILE_NAME, Project};
use signlint::finding::Lang;
use signlint::report::counted;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Read the configuration and try the examples of its rules
    Check {
        /// The file, or a folder to look upward from
        #[arg(default_value = ".")]
        path: PathBuf,
        /// Language [default: the environment's]
        #[arg(long, value_enum)]
        lang: Option<LangArg>,
    },
    /// Print the JSON Schema of signlint.toml, for completion and checks in an editor
    Schema,
}

/// The schema, as the repository ships it.
const SCHEMA: &str = include_str!("../../schema/signlint.schema.json");

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let What::Check { path, lang } = &args.what else {
        write!(anstream::stdout().lock(), "{SCHEMA}")?;
        return Ok(Verdict::Pass);
    };
    let lang = language(*lang);
    let project = read(path, lang)?;
    // What it names must be there and readable; a baseline may be yet to be written.
    for glossary in &project.glossaries {
        signlint::curate::layer(glossary).map_err(|e| Fault(e.message(lang).to_owned()))?;
    }
    if let Some(baseline) = project.baseline.as_deref().filter(|file| file.exists()) {
        super::baseline::read(baseline, lang)?;
    }
    let broken: Vec<_> = project.custom.iter().flat_map(|rule| rule.broken_examples()).collect();
    let mut out = anstream::stdout().lock();
    for text in &broken {
        writeln!(out, "{}", text.get(lang))?;
    }
    let file = project.file.display();
    let (rules, accepted) = (project.custom.len(), project.accepted.len());
    let examples: usize = project.custom.iter().map(|rule| rule.examples()).sum();
    let failed = broken.len();
    match lang {
        Lang::En => writeln!(
            out,
            "{file}: {}; {} of its own, {}, {failed} of them broken; {}",
            if failed == 0 { "valid" } else { "readable" },
            counted(rules, "rule"),
            counted(examples, "example"),
            counted(accepted, "acceptance")
        )?,
        Lang::Zh => writeln!(
            out,
            "{file}：{}；自定义规则 {rules} 条，示例 {examples} 个，其中 {failed} 个不成立；接受项 {accepted} 个",
            if failed == 0 { "有效" } else { "可读取" }
        )?,
    }
    Ok(if broken.is_empty() { Verdict::Pass } else { Verdict::Fail })
}

fn read(path: &Path, lang: Lang) -> Result<Project, Fault> {
    let worded = |e: signlint::config::ConfigError| Fault(e.message(lang).to_owned());
    if path.is_file() {
        return Project::read(path).map_err(worded);
    }
    Project::find(path).map_err(worded)?.ok_or_else(|| {
        let path = path.display();
        Fault(match lang {
            Lang::En => format!("error: no {FILE_NAME} in {path} or above it\n  write one with signlint init"),
            Lang::Zh => format!("错误：{path} 及其上级文件夹中没有 {FILE_NAME}\n  可用 signlint init 生成"),
        })
    })
}
