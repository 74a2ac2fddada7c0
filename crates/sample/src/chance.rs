//! Chance that is the same for the same seed: SplitMix64, since stations must not change with a library's version.

/// A sequence of numbers.
pub struct Chance(u64);

impl Chance {
    /// The sequence of a name and a seed.
    pub fn of(name: &str, seed: u64) -> Self {
        let hash = |state: u64, byte: u8| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let mut chance = Self(name.bytes().chain(seed.to_le_bytes()).fold(0xcbf2_9ce4_8422_2325, hash));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = (most - least + 1).max(1).unsigned_abs();
        least + (self.next() % width) as i64
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn percent(&mut self, share: i64) -> bool {
        self.between(0, 99) < share
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.between(0, of.len() as i64 - 1) as usize]
    }

    /// So many different ones, or all, in their own order.
    pub fn some<T: Copy>(&mut self, of: &[T], count: usize) -> Vec<T> {
        let mut left = count.min(of.len());
        let mut chosen = Vec::with_capacity(left);
        for (at, &one) in of.iter().enumerate() {
            if self.between(1, (of.len() - at) as i64) <= left as i64 {
                chosen.push(one);
                left -= 1;
            }
        }
        chosen
    }
}
