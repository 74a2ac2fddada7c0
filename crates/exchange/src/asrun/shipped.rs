//! Mappings of common forms, to read with or to begin one's own from.

/// A mapping that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its name.
    pub name: &'static str,
    /// Its document.
    pub document: &'static str,
}

macro_rules! shipped {
    ($($name:literal)*) => {
        [$(Shipped { name: $name, document: include_str!(concat!("../../../../mappings/", $name, ".json")) },)*]
    };
}

/// All of them, by name.
pub const SHIPPED: [Shipped; 5] = shipped! { "bxf" "csv" "fixed" "semicolon-1251" "tab-frames" };

impl Shipped {
    /// That of a name.
    pub fn named(name: &str) -> Option<Self> {
        SHIPPED.into_iter().find(|one| one.name == name)
    }
}
