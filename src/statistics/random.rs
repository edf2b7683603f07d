//! Numbers without a pattern, the same for the same seed on every machine.

/// A generator of such numbers.
///
/// Splitmix64: G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of the numbers below `n`, each as likely as the other to within one in 2⁶⁴ (D. Lemire 2019).
    pub fn below(&mut self, n: u64) -> u64 {
        let scaled = u128::from(self.draw()) * u128::from(n);
        u64::try_from(scaled >> 64).unwrap_or_default()
    }

    /// One of `all`, each as likely as the other.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(usize::try_from(self.below(all.len() as u64)).ok()?)
    }

    /// Sixteen bytes.
    pub fn salt(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let (one, other) = bytes.split_at_mut(8);
        one.copy_from_slice(&self.draw().to_be_bytes());
        other.copy_from_slice(&self.draw().to_be_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut random = Random(1_234_567);
        let first = [random.draw(), random.draw(), random.draw()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn every_case_is_drawn_as_often_as_the_others() {
        let mut random = Random(1);
        let mut drawn = [0_u32; 5];
        for _ in 0..50_000 {
            drawn[*random.pick(&[0, 1, 2, 3, 4]).unwrap()] += 1;
        }
        assert!(drawn.iter().all(|&n| n.abs_diff(10_000) < 400), "{drawn:?}");
        assert_eq!(random.pick::<u8>(&[]), None);
    }
}
