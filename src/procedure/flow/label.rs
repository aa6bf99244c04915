//! The answers beside the lines: each in a room of its own above or below the shape, left or right of
//! the lines that come to it and leave it there.

/// An answer, where it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// The row of its step.
    pub row: usize,
    /// The lane of its step.
    pub lane: usize,
    /// The answer in lines.
    pub text: Lines,
    /// The left and the right side of its room.
    pub room: (f64, f64),
    /// Whether it stands at the right end of its room.
    pub flush_right: bool,
    /// Whether it stands above the shape.
    pub above: bool,
    /// From the middle of the row to the edge of the room that is next to the shape.
    pub offset: f64,
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lines {
    /// The lines.
    pub all: Vec<String>,
    /// The size of the type.
    pub size: f64,
}

/// The height of a line, by the size of its type.
const LINE: f64 = 1.15;

impl Lines {
    /// A text in a room: in lines of whole words, smaller where a word has no room.
    pub(crate) fn of(text: &str, size: f64, room: f64) -> Self {
        let words = || text.split_whitespace();
        let widest = words().map(|word| width(word, size)).fold(0.0, f64::max);
        let size = if widest > room { size * room / widest } else { size };
        let mut all: Vec<String> = Vec::new();
        for word in words() {
            match all.last_mut() {
                Some(last) if width(last, size) + width(" ", size) + width(word, size) <= room => {
                    last.push(' ');
                    last.push_str(word);
                }
                _ => all.push(word.to_owned()),
            }
        }
        Self { all, size }
    }

    /// How high it is.
    pub(crate) fn height(&self) -> f64 {
        self.all.iter().map(|_| LINE * self.size).sum()
    }

    /// How wide it is at most.
    pub(crate) fn width(&self) -> f64 {
        self.all.iter().map(|line| width(line, self.size)).fold(0.0, f64::max)
    }
}

/// How wide a text is at most in a sans serif type.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    let wide = |sign: char| match sign {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '|' | ' ' => 0.29,
        'f' | 't' | 'r' | '(' | ')' | '/' | '-' => 0.34,
        'm' | 'w' | 'M' | 'W' => 0.95,
        sign if sign.is_ascii_lowercase() || sign.is_ascii_digit() => 0.57,
        sign if sign.is_ascii_uppercase() => 0.78,
        _ => 1.02,
    };
    text.chars().map(wide).sum::<f64>() * size
}

#[test]
fn words_stay_whole() {
    let lines = Lines::of("Tidak setuju", 6.0, 22.0);
    assert_eq!(lines.all, ["Tidak", "setuju"]);
    assert!(lines.width() <= 22.0 && (lines.size - 6.0).abs() < 1e-9);
    let narrow = Lines::of("Direkomendasikan", 6.0, 22.0);
    assert_eq!(narrow.all.len(), 1);
    assert!(narrow.size < 6.0 && narrow.width() <= 22.001);
}
