//! What is put together, and in which order it is told.

use super::*;

fn grid(height: usize, width: usize, cells: &[(usize, usize, f32)]) -> Grid<f32> {
    let mut grid = Grid::new(height, width);
    for left in 0..height {
        for right in 0..width {
            *grid.at_mut(left, right).unwrap() = 0.01;
        }
    }
    for &(left, right, likeness) in cells {
        *grid.at_mut(left, right).unwrap() = likeness;
    }
    grid
}

const BAR: Bar = Bar { least: 0.28, near_best: 0.8, near_row: 0.5 };

fn rows(height: usize, width: usize, cells: &[(usize, usize, f32)]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let grid = grid(height, width, cells);
    blocks(links(&grid, &vec![0; height], &vec![0; width], BAR), &grid, BAR).into_iter().map(|block| (block.left, block.right)).collect()
}

#[test]
fn links_are_alike_enough_and_near_the_best() {
    let cells = [(0, 0, 0.9), (0, 1, 0.4), (1, 1, 0.2), (2, 1, 0.5)];
    let grid = grid(3, 2, &cells);
    let found: Vec<(usize, usize)> = links(&grid, &[0; 3], &[0; 2], BAR).iter().map(|link| (link.left, link.right)).collect();
    assert_eq!(found, [(0, 0), (0, 1), (2, 1)], "0.4 is 0.8 of the best of its column, 0.2 is too little");
}

#[test]
fn neighbours_share_a_row_and_crossing_pairs_do_not() {
    assert_eq!(rows(2, 2, &[(0, 1, 0.6), (1, 0, 0.6)]), [(vec![0], vec![1]), (vec![1], vec![0])]);
    assert_eq!(rows(2, 1, &[(0, 0, 0.6), (1, 0, 0.55)]), [(vec![0, 1], vec![0])]);
    assert_eq!(rows(1, 4, &[(0, 0, 0.6), (0, 3, 0.55)]), [(vec![0], vec![0, 3])], "one sentence, told in two places");
    assert_eq!(rows(4, 4, &[(0, 0, 0.6), (0, 3, 0.55), (3, 3, 0.5)]), [(vec![0], vec![0, 3])], "but no scattered sentences on both sides");
    let many: Vec<(usize, usize, f32)> = (0..6).map(|right| (0, right, 0.6)).collect();
    assert_eq!(rows(1, 6, &many), [(vec![0], vec![0, 1, 2, 3])]);
}

#[test]
fn mirrored_ties_are_decided_by_words_and_not_by_sides() {
    let cells = [(0, 0, 0.9), (0, 3, 0.9), (3, 0, 0.9), (3, 3, 0.9)];
    let grid = grid(4, 4, &cells);
    let (ours, theirs) = ([1, 5, 6, 1], [2, 7, 8, 2]);
    let one = blocks(links(&grid, &ours, &theirs, BAR), &grid, BAR);
    let other = blocks(links(&grid, &theirs, &ours, BAR), &grid, BAR);
    let (one, other) = (one.first().unwrap(), other.first().unwrap());
    assert_eq!((&one.left, &one.right), (&other.right, &other.left));
}

#[test]
fn the_user_has_the_last_word() {
    assert_eq!(rows(2, 2, &[(0, 0, 0.9), (0, 1, 0.9), (1, 0, UNRELATED), (1, 1, 0.9)]), [(vec![0], vec![0]), (vec![1], vec![1])]);
    assert_eq!(rows(9, 9, &[(0, 8, PINNED), (0, 3, PINNED), (5, 3, PINNED)]), [(vec![0, 5], vec![3, 8])]);
}

#[test]
fn moved_is_what_leaves_the_heaviest_common_order() {
    let block = |left, right, likeness| Block { left: vec![left], right: vec![right], likeness };
    let told = [block(0, 5, 0.5), block(1, 1, 0.9), block(2, 2, 0.9), block(3, 7, 0.3)];
    assert_eq!(moved(&told), [true, false, false, false]);
    assert_eq!(moved(&[]), Vec::<bool>::new());
}

#[test]
fn the_left_report_leads_and_the_right_one_keeps_its_order() {
    let block = |left, right, likeness| Block { left: vec![left], right: vec![right], likeness };
    let told = [block(1, 2, 0.9), block(3, 0, 0.6)];
    let lines = order(&told, &moved(&told), 4, 4);
    let want = [Line::Left(0), Line::Right(1), Line::Block(0), Line::Left(2), Line::Block(1), Line::Right(3)];
    assert_eq!(lines, want);
}
