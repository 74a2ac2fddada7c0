//! What benches of a station of one's own are asked.

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../sample/station.json");

/// What is typed after `--bench NAME --`: a station, its first date and how many, and whatever more; the sample's fortnight if nothing is.
pub(crate) fn asked() -> (String, String, String, Vec<String>) {
    let mut words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let more = words.split_off(words.len().min(3));
    let mut words = words.into_iter();
    let mut word = |usual: &str| words.next().unwrap_or_else(|| usual.to_owned());
    (word(SAMPLE), word("2024-07-01"), word("14"), more)
}
