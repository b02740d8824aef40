//! Where results go: a file that is replaced whole, or standard output (`-`, or nothing told).

use super::Fault;
use crate::atomic::{self, Pending};
use signlint::finding::Lang;
use signlint::read::{io_en, io_zh};
use std::io::{self, Write};
use std::path::Path;

/// Writes a result to the place told.
pub(super) fn write(told: Option<&str>, bytes: &[u8], lang: Lang) -> Result<(), Fault> {
    match file_of(told) {
        Some(path) => replace(Path::new(path), bytes, lang),
        None => Ok(io::stdout().lock().write_all(bytes)?),
    }
}

/// Replaces the content of a file.
pub(super) fn replace(path: &Path, bytes: &[u8], lang: Lang) -> Result<(), Fault> {
    atomic::write(path, bytes).map_err(|e| not_written(path, &e, lang))
}

/// The file told, to be written bit by bit; `None` is standard output.
pub(super) fn begin(told: Option<&str>, lang: Lang) -> Result<Option<Pending>, Fault> {
    let begun =
        file_of(told).map(|path| Pending::new(Path::new(path)).map_err(|e| not_written(Path::new(path), &e, lang)));
    begun.transpose()
}

/// Refuses to write a result over a file that was read for it.
pub(super) fn not_over(told: Option<&str>, read: &[String], lang: Lang) -> Result<(), Fault> {
    let Some(file) = file_of(told).and_then(|path| std::fs::canonicalize(path).ok()).filter(|path| path.is_file())
    else {
        return Ok(());
    };
    match read.iter().find(|path| std::fs::canonicalize(path).is_ok_and(|path| path == file)) {
        None => Ok(()),
        Some(path) => Err(Fault(match lang {
            Lang::En => format!(
                "error: -o {path} would replace the inventory itself\n  name another file; signlint fix --write mends an inventory in place"
            ),
            Lang::Zh => format!("错误：-o {path} 会覆盖清单本身\n  请写别的文件名；就地修正请用 signlint fix --write"),
        })),
    }
}

fn file_of(told: Option<&str>) -> Option<&str> {
    told.filter(|path| *path != "-")
}

fn not_written(path: &Path, error: &io::Error, lang: Lang) -> Fault {
    // The kind alone: the rest names the file beside the target that was to become it.
    let (path, error) = (path.display(), io::Error::from(error.kind()));
    Fault(match lang {
        Lang::En => {
            format!(
                "error: {path} cannot be written: {}\n  check the folder and that you may write there",
                io_en(&error)
            )
        }
        Lang::Zh => format!("错误：{path}：无法写入（{}）\n  请检查文件夹和写入权限", io_zh(&error)),
    })
}
