//! Which filler comes next, one after the other.

use arna_domain::Index;
use arna_domain::index::VersionIx;
use arna_domain::time::SECOND;

/// Every filler of a station, with durations in milliseconds.
pub(in crate::breaks) struct Stock {
    /// Those of a second and more, longest first. Only whole seconds count, so only these fill anything.
    counting: Vec<(VersionIx, i64)>,
    /// Those of less than a second, shortest first. The rule against twice in a row speaks of them too.
    short: Vec<(VersionIx, i64)>,
}

impl Stock {
    /// The fillers of a station.
    pub(in crate::breaks) fn of(index: &Index) -> Self {
        let mut all: Vec<_> = index
            .fillers
            .iter()
            .map(|&version| (version, index.versions[version.at()].duration_ms))
            .collect();
        all.sort_by_key(|&(version, ms)| (-ms, version));
        all.dedup();
        let mut short = all.split_off(all.partition_point(|&(_, ms)| ms >= SECOND));
        short.reverse();
        Self { counting: all, short }
    }

    /// Those of a second and more, longest first.
    pub(in crate::breaks) fn counting(&self) -> &[(VersionIx, i64)] {
        &self.counting
    }

    /// All of them.
    pub(in crate::breaks) fn each(&self) -> impl Iterator<Item = VersionIx> {
        self.counting.iter().chain(&self.short).map(|&(version, _)| version)
    }

    /// The filler to come next, after `after` if that was one: the longest that airs. Where only the same one does, one of less than a second
    /// comes between, and where that would leave no room for it, none comes at all.
    ///
    /// `airs`: whether a filler fits and is not blacked out, so many milliseconds from now.
    pub(in crate::breaks) fn next(
        &self,
        after: Option<VersionIx>,
        airs: impl Fn(VersionIx, i64) -> bool,
    ) -> Option<VersionIx> {
        let mut now = self
            .counting
            .iter()
            .map(|&(version, _)| version)
            .filter(|&version| airs(version, 0));
        let longest = now.next()?;
        if Some(longest) != after {
            return Some(longest);
        }
        if let Some(other) = now.next() {
            return Some(other);
        }
        let mut between = self.short.iter().filter(|&&(version, _)| airs(version, 0)).peekable();
        if between.peek().is_none() {
            return Some(longest);
        }
        between.find(|&&(_, ms)| airs(longest, ms)).map(|&(version, _)| version)
    }
}
