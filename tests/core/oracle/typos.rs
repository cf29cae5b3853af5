//! Edit distance.

use std::collections::HashMap;

/// Returns the unrestricted Damerau–Levenshtein distance in code points: insertions, deletions,
/// replacements and swaps of neighbors, between which further edits are possible.
pub fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let most = left.len() + right.len();
    // One row and column more than usual, so that "never seen" is row and column 0.
    let mut table = vec![vec![most; right.len() + 2]; left.len() + 2];
    for i in 0..=left.len() {
        table[i + 1][1] = i;
    }
    for j in 0..=right.len() {
        table[1][j + 1] = j;
    }
    let mut last_row: HashMap<char, usize> = HashMap::new();
    for i in 1..=left.len() {
        let mut last_match = 0;
        for j in 1..=right.len() {
            let row = last_row.get(&right[j - 1]).copied().unwrap_or(0);
            let column = last_match;
            let mut cost = 1;
            if left[i - 1] == right[j - 1] {
                cost = 0;
                last_match = j;
            }
            let replace = table[i][j] + cost;
            let insert = table[i + 1][j] + 1;
            let delete = table[i][j + 1] + 1;
            // Everything between the swapped letters is deleted on one side and inserted on the other.
            let between = (i - row).saturating_sub(1) + (j - column).saturating_sub(1);
            let exchange = table[row][column] + between + 1;
            table[i + 1][j + 1] = replace.min(insert).min(delete).min(exchange);
        }
        last_row.insert(left[i - 1], i);
    }
    table[left.len() + 1][right.len() + 1]
}
