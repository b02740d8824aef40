//! What a user sets: profile, rules and levels.

use crate::finding::Level;

/// A set of preferences for one use. `beijing` is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum)]
pub enum Profile {
    /// Beijing's public signs.
    #[default]
    Beijing,
    /// Venues of the Winter Games: British spelling where the Games wrote it.
    WinterGames,
    /// Street and place nameplates: pinyin throughout.
    PlaceNamePlate,
    /// Road signs that guide traffic.
    TrafficGuide,
    /// Rail-transit stations.
    Station,
    /// The national standards alone.
    National,
}

/// Which rules run, and from which level findings are shown.
#[derive(Debug, Clone)]
pub struct Selection {
    /// Rule codes or families; empty: all.
    pub select: Vec<String>,
    /// Rule codes or families left out.
    pub ignore: Vec<String>,
    /// Lowest level shown.
    pub level: Level,
}

impl Default for Selection {
    fn default() -> Self {
        Self { select: Vec::new(), ignore: Vec::new(), level: Level::Info }
    }
}

impl Selection {
    /// Whether a rule runs.
    #[must_use]
    pub fn includes(&self, code: &str) -> bool {
        let named =
            |list: &[String]| list.iter().any(|s| s == code || code.split_once('/').is_some_and(|(f, _)| f == s));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}
