//! Writes files whole or not at all: a reader sees the old bytes or the new, never a part.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Replaces a file's content; permissions of an existing file are kept.
///
/// # Errors
/// Where the folder cannot be written to; the old file then stands.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Pending::new(path)?;
    file.write_all(bytes)?;
    file.finish()
}

/// A file that is being written beside the one it will replace. Dropped before it is finished, it leaves nothing.
#[derive(Debug)]
pub(crate) enum Pending {
    Beside {
        file: NamedTempFile,
        target: PathBuf,
    },
    /// A device or a pipe (`/dev/null`) is written to, not replaced.
    Through(File),
}

impl Pending {
    /// Begins to write what will stand at this path.
    ///
    /// # Errors
    /// Where the folder cannot be written to.
    pub(crate) fn new(path: &Path) -> io::Result<Self> {
        // A link is followed, so that the file behind it is replaced and not the link.
        let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let old = std::fs::metadata(&target).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Ok(Self::Through(OpenOptions::new().write(true).open(&target)?));
        }
        let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".signlint-");
        // A new file is readable as the user's others are: temporary files are closed to all but their owner.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        if let Some(old) = old {
            std::fs::set_permissions(file.path(), old.permissions())?;
        }
        Ok(Self::Beside { file, target })
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// Those of the file system; the old file then stands.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Beside { file, target } => {
                file.as_file().sync_all()?;
                file.persist(&target).map_err(|e| e.error)?;
                Ok(())
            }
            Self::Through(mut file) => file.flush(),
        }
    }
}

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Beside { file, .. } => file.write(bytes),
            Self::Through(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Beside { file, .. } => file.flush(),
            Self::Through(file) => file.flush(),
        }
    }
}
