//! `signlint init`: writes a commented `signlint.toml` for an inventory, or for all that a folder holds.

use super::{Fault, LangArg, Verdict, language, output};
use signlint::config::{FILE_NAME, Project};
use signlint::finding::Lang;
use signlint::read::{self, ReadOptions, Source};
use signlint::report::counted;
use signlint::sign::Column;
use std::io::Write;
use std::path::Path;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The inventory, or the folder that holds it
    #[arg(value_name = "PATH", default_value = ".")]
    path: String,
    /// Replace a signlint.toml that is there
    #[arg(long)]
    force: bool,
    /// Language of the comments and messages [default: the environment's]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let lang = language(args.lang);
    let path = Path::new(&args.path);
    if !path.exists() {
        return Err(Fault(match lang {
            Lang::En => format!("error: {} is not there\n  name the inventory, or the folder that holds it", args.path),
            Lang::Zh => format!("错误：{} 不存在\n  请给出清单文件或其所在文件夹", args.path),
        }));
    }
    // Of a file the settings stand beside it.
    let beside = path.parent().filter(|_| path.is_file());
    let file = beside.unwrap_or(path).join(FILE_NAME);
    if file.exists() && !args.force {
        return Err(Fault(match lang {
            Lang::En => format!("error: {} is there already\n  --force replaces it", file.display()),
            Lang::Zh => format!("错误：{} 已存在\n  加 --force 可替换", file.display()),
        }));
    }
    let inventories = inventories(&args.path);
    let text = text(&inventories, lang);
    // What we write must be what we read.
    Project::parse(&file, &text).map_err(|e| Fault(e.message(lang).to_owned()))?;
    output::replace(&file, text.as_bytes(), lang)?;
    let mut out = anstream::stdout().lock();
    match lang {
        Lang::En => writeln!(out, "{} written; now: signlint check {}", file.display(), args.path)?,
        Lang::Zh => writeln!(out, "已写入 {}；接下来：signlint check {}", file.display(), args.path)?,
    }
    Ok(Verdict::Pass)
}

/// A table of the folder and how it was read.
enum Inventory {
    /// Rows, and whether the columns of kind and domain are there.
    Read { path: String, signs: usize, kind: bool, domain: bool },
    /// Why it could not be read as signs.
    Unread { path: String, why_en: String, why_zh: String },
}

fn inventories(path: &str) -> Vec<Inventory> {
    let (sources, _) = read::sources(&[path.to_owned()]);
    let read = |source: &Source| {
        read::bytes_of(&source.path).and_then(|bytes| read::read_source(source, bytes, &ReadOptions::default()))
    };
    let one = |source: Source| match (read(&source), source.path) {
        // Met in the folder, and no signs in it.
        (Ok(tables), _) if tables.is_empty() => None,
        (Ok(tables), path) => {
            let has = |column| tables.iter().flat_map(|t| &t.records).any(|r| r.cells[column as usize].is_some());
            let signs = tables.iter().map(|t| t.records.len()).sum();
            Some(Inventory::Read { path, signs, kind: has(Column::Kind), domain: has(Column::Domain) })
        }
        (Err(error), path) => {
            let first = |lang| error.message(lang).lines().next().unwrap_or("").to_owned();
            Some(Inventory::Unread { path, why_en: first(Lang::En), why_zh: first(Lang::Zh) })
        }
    };
    sources.into_iter().filter_map(one).collect()
}

fn text(inventories: &[Inventory], lang: Lang) -> String {
    let say = |en: &str, zh: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Zh => zh.to_owned(),
    };
    let mut out = say(
        "# signlint: how the bilingual signs of this folder are checked. Everything is optional.\n",
        "# signlint：本文件夹双语标识的检查设置，各项均可省略。\n",
    );
    out.push_str(&say(
        "# Completion in editors: signlint config schema > signlint.schema.json, then take the next line's first # away.\n",
        "# 编辑器补全：运行 signlint config schema > signlint.schema.json，再去掉下一行开头的第一个 #。\n",
    ));
    out.push_str("##:schema ./signlint.schema.json\n\n");
    let mut unread = false;
    for inventory in inventories {
        match inventory {
            Inventory::Read { path, signs, kind, domain } => {
                out.push_str(&say(
                    &format!("# {path}: {}", counted(*signs, "sign")),
                    &format!("# {path}：{signs} 条标识"),
                ));
                if !kind || !domain {
                    let missing: Vec<&str> = [(*kind, "kind"), (*domain, "domain")]
                        .iter()
                        .filter(|(there, _)| !there)
                        .map(|(_, n)| *n)
                        .collect();
                    let missing = missing.join(", ");
                    out.push_str(&say(
                        &format!(" (a column {missing} would make the check more exact)"),
                        &format!("（增加 {missing} 列可使检查更准确）"),
                    ));
                }
                out.push('\n');
            }
            Inventory::Unread { path, why_en, why_zh } => {
                unread = true;
                out.push_str(&say(&format!("# {path}: {why_en}\n"), &format!("# {path}：{why_zh}\n")));
            }
        }
    }
    // One file of the Games among many others does not make a project of the Games.
    let games = !inventories.is_empty()
        && inventories.iter().all(|i| match i {
            Inventory::Read { path, .. } | Inventory::Unread { path, .. } => {
                path.contains("games") || path.contains("冬奥")
            }
        });
    let profile = if games { "winter-games" } else { "beijing" };
    out.push_str(&say(
        "\n# beijing, winter-games, place-name-plate, traffic-guide, station, national\n",
        "\n# 方案：beijing、winter-games、place-name-plate、traffic-guide、station、national\n",
    ));
    out.push_str(&format!("profile = \"{profile}\"\n"));
    out.push_str(&say(
        "\n# Lowest level that fails a run: error, warning, info, never\n",
        "\n# 使检查失败的最低级别：error、warning、info、never\n",
    ));
    out.push_str("fail-on = \"error\"\n");
    out.push_str(&say("\n# Lowest level shown\n", "\n# 显示的最低级别\n"));
    out.push_str("# level = \"warning\"\n");
    out.push_str(&say(
        "\n# Your own terms (CSV, TBX or XLSX with zh,preferred,…); they win over the standard's\n",
        "\n# 本项目词库（含 zh、preferred 等列的 CSV、TBX 或 XLSX），优先于标准词库\n",
    ));
    out.push_str("# glossaries = [\"terms.csv\"]\n");
    out.push_str(&say(
        "\n# Findings that are known and not told again: signlint check --write-baseline\n",
        "\n# 既有问题不再重复提示：signlint check --write-baseline\n",
    ));
    out.push_str("# baseline = \"signlint-baseline.json\"\n");
    out.push_str(&say(
        "\n# Header names, or numbers from 1, where they are not recognised\n",
        "\n# 列名未能识别时，在此指定列名或从 1 起的列号\n",
    ));
    let mark = if unread { "" } else { "# " };
    out.push_str(&format!("{mark}[columns]\n"));
    out.push_str("# zh = \"中文名称\"\n# en = \"英文译名\"\n");
    out.push_str(&say(
        "\n# Levels by rule or family: off, info, warning, error (signlint rules lists them)\n",
        "\n# 按规则或类别设定级别：off、info、warning、error（见 signlint rules）\n",
    ));
    out.push_str("# [rules]\n# \"case/headline\" = \"off\"\n");
    out.push_str(&say("\n# Levels for some files\n", "\n# 对部分文件单独设定\n"));
    out.push_str("# [[overrides]]\n# files = [\"menus/**\"]\n# rules = { spelling = \"warning\" }\n");
    out.push_str(&say(
        "\n# Findings you live with, and why; a column called signlint beside a sign does the same\n",
        "\n# 接受的问题及理由；也可在标识旁增加 signlint 列\n",
    ));
    out.push_str(
        "# [[accept]]\n# rules = [\"case/headline\"]\n# zh = \"出口\"\n# reason = \"the plate hangs already\"\n",
    );
    out.push_str(&say(
        "\n# Rules of your own; signlint config check tries their examples\n",
        "\n# 自定义规则；signlint config check 检验其示例\n",
    ));
    out.push_str("# [[custom]]\n# code = \"venue/no-lift\"\n# zh = \"电梯\"\n# en = \"(?i)\\\\blift\\\\b\"\n# message = \"this venue says Elevator\"\n# write = \"Elevator\"\n# bad = [[\"电梯\", \"Lift\"]]\n# good = [[\"电梯\", \"Elevator\"]]\n");
    out
}
