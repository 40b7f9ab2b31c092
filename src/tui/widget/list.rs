//! A list that scrolls: which rows are on the screen, so that the cursor's row always is.

/// The first row to show of `rows` in `height` lines, the least far from `top` that shows `cursor` with some rows around it.
#[must_use]
pub fn scrolled(top: usize, cursor: usize, rows: usize, height: usize) -> usize {
    /// Rows kept in sight above and below the cursor where there is room.
    const AROUND: usize = 3;
    let around = AROUND.min(height.saturating_sub(1) / 2);
    let least = (cursor + around + 1).saturating_sub(height);
    let most = cursor.saturating_sub(around);
    top.clamp(least.min(most), most).min(rows.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_sight() {
        for (top, cursor, rows, height, want) in [
            (0, 0, 100, 10, 0),
            (0, 6, 100, 10, 0),
            (0, 7, 100, 10, 1),
            (0, 99, 100, 10, 90),
            (90, 92, 100, 10, 89),
            (50, 2, 100, 10, 0),
            (5, 3, 4, 10, 0),
            (0, 5, 10, 1, 5),
        ] {
            assert_eq!(scrolled(top, cursor, rows, height), want, "{top} {cursor} {rows} {height}");
        }
    }
}
