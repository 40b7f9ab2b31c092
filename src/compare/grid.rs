//! A number for every pair of a left and a right sentence.

/// One number for every pair of a left and a right sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid<T> {
    width: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Grid<T> {
    pub(super) fn new(height: usize, width: usize) -> Self {
        Self { width, cells: vec![T::default(); height * width] }
    }

    /// The number at a place; the default outside.
    pub(super) fn get(&self, left: usize, right: usize) -> T {
        if right >= self.width {
            return T::default();
        }
        self.cells.get(left * self.width + right).copied().unwrap_or_default()
    }

    /// The place to write to, if it lies inside.
    pub(super) fn at_mut(&mut self, left: usize, right: usize) -> Option<&mut T> {
        if right >= self.width {
            return None;
        }
        self.cells.get_mut(left * self.width + right)
    }

    /// The numbers of one left sentence against all right ones.
    pub(super) fn row(&self, left: usize) -> &[T] {
        self.cells.get(left * self.width..(left + 1) * self.width).unwrap_or_default()
    }
}
