//! `check --changed-since REV`: which signs were touched since a revision, by the git command.
//!
//! In text a sign is touched where a line of it is; the lines are those of `git diff`. A file that git does not know is
//! new, and all of it counts. Of workbooks, which have no lines, a sign is touched where the old file did not hold it.

use super::Fault;
use signlint::finding::Lang;
use signlint::place::Spot;
use signlint::read::{self, ReadOptions};
use signlint::sign::{Column, Record, Table};
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What was touched in one file.
enum Touched {
    /// The file is new, or git tells no more.
    All,
    Nothing,
    Lines(Vec<RangeInclusive<u32>>),
    /// Signs that the old file held too; all others are touched.
    AllBut(HashSet<[String; 4]>),
}

/// What was touched since a revision, by file.
pub(super) struct Changed {
    files: HashMap<String, Touched>,
}

/// A working tree and what git says of it.
struct Tree {
    root: PathBuf,
    /// The commit from which changes count.
    base: String,
    /// Files that differ from the commit, and files that git knows, from the root.
    differing: HashSet<String>,
    known: HashSet<String>,
}

impl Changed {
    /// Asks git about the files of the tables.
    ///
    /// # Errors
    /// Files outside a working tree, a revision that git does not know, no git.
    pub(super) fn since(rev: &str, tables: &[Table], lang: Lang) -> Result<Self, Fault> {
        let mut trees: Vec<Tree> = Vec::new();
        let mut files = HashMap::new();
        for path in tables.iter().flat_map(|table| std::iter::once(&table.path).chain(&table.partner)) {
            if path == "-" {
                return Err(Fault(match lang {
                    Lang::En => "error: --changed-since needs files: standard input (-) has no history".to_owned(),
                    Lang::Zh => "错误：--changed-since 需要文件：标准输入（-）没有历史".to_owned(),
                }));
            }
            if files.contains_key(path) {
                continue;
            }
            let file = std::fs::canonicalize(path).map_err(|e| Fault(format!("error: {path}: {e}")))?;
            let at = match trees.iter().position(|tree| file.starts_with(&tree.root)) {
                Some(at) => at,
                None => {
                    trees.push(Tree::of(&file, path, rev, lang)?);
                    trees.len() - 1
                }
            };
            files.insert(path.clone(), trees[at].touched(&file)?);
        }
        Ok(Self { files })
    }

    /// Whether a sign was touched. A change of the Chinese file of two touches every sign: its lines are not known.
    pub(super) fn touches(&self, table: &Table, record: &Record) -> bool {
        let of = |path: &str| self.files.get(path).unwrap_or(&Touched::All);
        let partner_changed = table.partner.as_deref().is_some_and(|zh| !matches!(of(zh), Touched::Nothing));
        partner_changed
            || match of(&table.path) {
                Touched::All => true,
                Touched::Nothing => false,
                Touched::Lines(touched) => {
                    let own = lines(table, record);
                    touched.iter().any(|lines| lines.start() <= own.end() && own.start() <= lines.end())
                }
                Touched::AllBut(old) => !old.contains(&texts(table, record)),
            }
    }
}

/// The physical lines on which a record stands.
fn lines(table: &Table, record: &Record) -> RangeInclusive<u32> {
    let feeds = |bytes: &str| u32::try_from(bytes.matches('\n').count()).unwrap_or(u32::MAX);
    let Some(place) = table.place(record) else {
        let cells = record.cells.iter().flatten();
        let (from, to) = cells.fold((u32::MAX, 0), |(from, to), cell| (from.min(cell.start), to.max(cell.end)));
        let within = table.text.get(from as usize..to as usize).unwrap_or("");
        return record.line..=record.line + feeds(within);
    };
    let mut own = (record.line, record.line);
    for spot in [place.zh, place.en].into_iter().flatten() {
        if let Some(line) = spot.line() {
            let more = match spot {
                Spot::Bytes { start, end, .. } => feeds(table.text.get(start as usize..end as usize).unwrap_or("")),
                _ => 0,
            };
            own = if own.0 == 0 { (line, line + more) } else { (own.0.min(line), own.1.max(line + more)) };
        }
    }
    own.0..=own.1
}

/// What a check reads of a sign.
fn texts(table: &Table, record: &Record) -> [String; 4] {
    [Column::Zh, Column::En, Column::Kind, Column::Domain].map(|column| table.cell(record, column).into_owned())
}

impl Tree {
    fn of(file: &Path, path: &str, rev: &str, lang: Lang) -> Result<Self, Fault> {
        let folder = file.parent().unwrap_or(Path::new("."));
        let asked = run(folder, ["rev-parse", "--show-toplevel"], lang)?;
        if !asked.status.success() {
            // git's own words: there may be a repository that it does not trust.
            let why = text(asked.stderr).lines().next().unwrap_or("").to_owned();
            return Err(Fault(match lang {
                Lang::En => format!(
                    "error: {path} is not in a git repository: {why}\n  --changed-since works on files that git keeps"
                ),
                Lang::Zh => format!("错误：{path} 不在 git 仓库中：{why}\n  --changed-since 只用于 git 管理的文件"),
            }));
        }
        let root = asked.stdout;
        let root = PathBuf::from(text(root).trim_end_matches(['\n', '\r']));
        // The repository's own notion of its root may go through links.
        let root = std::fs::canonicalize(&root).unwrap_or(root);
        let commit = format!("{rev}^{{commit}}");
        let commit = git(&root, ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], lang)?;
        let commit = commit.map(|out| text(out).trim().to_owned()).filter(|id| !id.is_empty()).ok_or_else(|| {
            Fault(match lang {
                Lang::En => format!(
                    "error: --changed-since {rev}: git knows no such revision\n  give a commit, branch or tag; a shallow clone lacks old ones (in CI fetch the whole history)"
                ),
                Lang::Zh => format!(
                    "错误：--changed-since {rev}：git 中没有此版本\n  请给出提交、分支或标签；浅克隆缺少旧版本（CI 中请取完整历史）"
                ),
            })
        })?;
        // What others changed there after this branch left is not of this branch.
        let base = git(&root, ["merge-base", &commit, "HEAD"], lang)?.map(|out| text(out).trim().to_owned());
        let base = base.filter(|id| !id.is_empty()).unwrap_or(commit);
        let list = |args: &[&str]| -> Result<HashSet<String>, Fault> {
            let out = git(&root, args, lang)?.ok_or_else(|| Fault(format!("error: git {} failed", args.join(" "))))?;
            Ok(text(out).split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
        };
        let differing = list(&["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", &base, "--"])?;
        let known = list(&["ls-files", "-z"])?;
        Ok(Self { root, base, differing, known })
    }

    fn touched(&self, file: &Path) -> Result<Touched, Fault> {
        let name = file.strip_prefix(&self.root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        if !self.known.contains(&name) {
            return Ok(Touched::All);
        }
        if !self.differing.contains(&name) {
            return Ok(Touched::Nothing);
        }
        let literal = format!(":(literal,top){name}");
        let flags = ["diff", "-U0", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv"];
        let args = flags.into_iter().chain([self.base.as_str(), "--", literal.as_str()]);
        let Some(diff) = git(&self.root, args, Lang::En)? else { return Ok(Touched::All) };
        let diff = String::from_utf8_lossy(&diff);
        Ok(hunks(&diff).map_or_else(|| self.without_lines(file, &name), Touched::Lines))
    }

    /// A file that git takes for binary: its signs as they were.
    fn without_lines(&self, file: &Path, name: &str) -> Touched {
        let old = git(&self.root, ["show", &format!("{}:{name}", self.base)], Lang::En).ok().flatten();
        let tables =
            old.and_then(|bytes| read::read_bytes(&file.to_string_lossy(), bytes, &ReadOptions::default()).ok());
        tables.map_or(Touched::All, |tables| {
            let signs = tables.iter().flat_map(|table| table.records.iter().map(|record| texts(table, record)));
            Touched::AllBut(signs.collect())
        })
    }
}

/// The new lines of a diff without context; `None` where it is of a binary file.
fn hunks(diff: &str) -> Option<Vec<RangeInclusive<u32>>> {
    if diff.lines().any(|line| line.starts_with("Binary files ")) {
        return None;
    }
    let mut touched = Vec::new();
    for line in diff.lines() {
        // @@ -12,0 +13,2 @@
        let Some(rest) = line.strip_prefix("@@ ") else { continue };
        let new = rest.split(' ').find_map(|part| part.strip_prefix('+'))?;
        let (start, count) = new.split_once(',').unwrap_or((new, "1"));
        let (start, count): (u32, u32) = (start.parse().ok()?, count.parse().ok()?);
        if count > 0 {
            touched.push(start..=start + (count - 1));
        }
    }
    Some(touched)
}

/// What git says in a folder; `None` where it refuses.
fn git<S: AsRef<OsStr>>(
    folder: &Path,
    args: impl IntoIterator<Item = S>,
    lang: Lang,
) -> Result<Option<Vec<u8>>, Fault> {
    run(folder, args, lang).map(|output| output.status.success().then_some(output.stdout))
}

fn run<S: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = S>, lang: Lang) -> Result<Output, Fault> {
    Command::new("git").arg("-C").arg(folder).args(args).output().map_err(|e| {
        Fault(match lang {
            Lang::En => format!("error: git cannot be run: {e}\n  --changed-since needs git on the path"),
            Lang::Zh => format!("错误：无法运行 git：{e}\n  --changed-since 需要安装 git"),
        })
    })
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::hunks;

    #[test]
    fn new_lines_are_read_from_hunks() {
        let diff = "diff --git a/s.csv b/s.csv\n--- a/s.csv\n+++ b/s.csv\n@@ -2 +2 @@ zh,en\n-a\n+b\n@@ -7,2 +6,0 @@\n-x\n-@@ -1 +9 @@\n@@ -9,0 +9,3 @@\n+1\n+2\n+3\n";
        assert_eq!(hunks(diff), Some(vec![2..=2, 9..=11]));
        assert_eq!(hunks("Binary files a/s.xlsx and b/s.xlsx differ\n"), None);
    }
}
