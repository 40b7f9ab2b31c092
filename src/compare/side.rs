//! The two sides of a comparison, and what both have or only one.

/// One of the two articles; neither is the old or the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The article named first.
    Left,
    /// The article named second.
    Right,
}

impl Side {
    /// Both sides.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Something that both articles have, or only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pair<T> {
    /// Both have it.
    Both(T, T),
    /// Only the left one.
    Left(T),
    /// Only the right one.
    Right(T),
}

impl<T: Copy> Pair<T> {
    /// What a side has.
    #[must_use]
    pub fn side(self, side: Side) -> Option<T> {
        match (self, side) {
            (Self::Both(left, _) | Self::Left(left), Side::Left) => Some(left),
            (Self::Both(_, right) | Self::Right(right), Side::Right) => Some(right),
            _ => None,
        }
    }
}
