//! Writes files whole or not at all: a reader sees the old bytes or the new, never a part.

use std::io::Write;
use std::path::Path;

/// Replaces a file's content; permissions of an existing file are kept.
///
/// # Errors
/// Where the folder cannot be written to; the old file then stands.
pub(crate) fn write(path: &str, bytes: &[u8]) -> std::io::Result<()> {
    let target = Path::new(path);
    // A link is followed, so that the file behind it is replaced and not the link.
    let target = std::fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".signlint-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match std::fs::metadata(&target) {
        Ok(old) => std::fs::set_permissions(file.path(), old.permissions())?,
        Err(_) => plain_permissions(file.path())?,
    }
    file.persist(&target).map_err(|e| e.error)?;
    Ok(())
}

/// A new file is readable as others are: temporary files begin closed to all but their owner.
#[cfg(unix)]
fn plain_permissions(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn plain_permissions(_: &Path) -> std::io::Result<()> {
    Ok(())
}
