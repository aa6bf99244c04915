//! Tracks: intervals that touch get different ones.

/// The track of each interval, and how many there are: the first that is free, from the lowest
/// beginning on, which needs no more than lie over each other at the fullest place.
pub(super) fn coloured(intervals: &[(f64, f64)]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..intervals.len()).collect();
    let of = |at: usize| intervals.get(at).copied().unwrap_or_default();
    order.sort_by(|one, other| of(*one).0.total_cmp(&of(*other).0).then(one.cmp(other)));
    let mut ends: Vec<f64> = Vec::new();
    let mut tracks = vec![0; intervals.len()];
    for at in order {
        let (low, high) = of(at);
        let track = ends.iter().position(|end| *end < low).unwrap_or(ends.len());
        match ends.get_mut(track) {
            Some(end) => *end = high,
            None => ends.push(high),
        }
        if let Some(given) = tracks.get_mut(at) {
            *given = track;
        }
    }
    (tracks, ends.len())
}

#[test]
fn only_what_touches_is_parted() {
    let (tracks, count) = coloured(&[(0.0, 5.0), (6.0, 9.0), (5.0, 6.0), (1.0, 2.0)]);
    assert_eq!((tracks, count), (vec![0, 0, 1, 1], 2));
    assert_eq!(coloured(&[]), (vec![], 0));
}
