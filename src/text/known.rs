//! What was read of a text, kept for the next text that is the same.
//!
//! The drafts of a batch are one form that was filled in many times: nearly all of their texts are
//! the same. What can be read of a text alone, whatever draft it stands in, is read of each once a
//! thread. Nothing but time depends on what is kept.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most bytes of texts that are remembered at a time; then all are forgotten.
const MOST: usize = 1 << 20;

/// Longer texts hardly come again.
const LONGEST: usize = 1 << 14;

/// What is known of a text. A reading is told from others by its type, so each has one of its own.
#[derive(Debug, Default)]
pub(crate) struct Known {
    readings: RefCell<Vec<(TypeId, Rc<dyn Any>)>>,
    answers: RefCell<Vec<(Question, bool)>>,
}

/// The last reading of a text, and what it depends on.
struct Last<K, T>(RefCell<Option<(K, Rc<T>)>>);

impl<K, T> Default for Last<K, T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

#[derive(Default)]
struct Texts {
    known: HashMap<Box<str>, Rc<Known>>,
    bytes: usize,
}

thread_local! {
    static TEXTS: RefCell<Texts> = RefCell::default();
}

impl Known {
    /// What is known of a text so far.
    pub(crate) fn of(text: &str) -> Rc<Self> {
        if text.len() > LONGEST {
            return Rc::default();
        }
        TEXTS.with_borrow_mut(|texts| texts.of(text))
    }

    /// A reading of the text. It must be a matter of the text alone.
    pub(crate) fn read<T: 'static>(&self, read: impl FnOnce() -> T) -> Rc<T> {
        let id = TypeId::of::<T>();
        let known =
            self.readings.borrow().iter().find(|(one, _)| *one == id).map(|(_, one)| one.clone());
        if let Some(known) = known.and_then(|known| known.downcast().ok()) {
            return known;
        }
        let read = Rc::new(read());
        self.readings.borrow_mut().push((id, read.clone()));
        read
    }

    /// A reading that depends on something else besides, which hardly ever changes: the last is kept.
    pub(crate) fn read_by<K: PartialEq + 'static, T: 'static>(
        &self,
        key: K,
        read: impl FnOnce() -> T,
    ) -> Rc<T> {
        let last = self.read(Last::<K, T>::default);
        if let Some((_, known)) = last.0.borrow().as_ref().filter(|(one, _)| *one == key) {
            return known.clone();
        }
        let read = Rc::new(read());
        last.0.replace(Some((key, read.clone())));
        read
    }

    /// Whether the text answers to a question, which is told from others by its address: it stands
    /// where it stands for as long as the program runs.
    pub(crate) fn answers<Q>(&self, question: &'static Q, ask: impl FnOnce() -> bool) -> bool {
        self.answer(Question(Mark::Address(std::ptr::from_ref(question).addr())), ask)
    }

    /// The same of a question that has a mark of its own.
    pub(crate) fn answer(&self, question: Question, ask: impl FnOnce() -> bool) -> bool {
        let known = self.answers.borrow().iter().find(|(one, _)| *one == question).copied();
        if let Some((_, known)) = known {
            return known;
        }
        let answer = ask();
        self.answers.borrow_mut().push((question, answer));
        answer
    }
}

/// What tells a question about a text from all others for as long as the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Question(Mark);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Where it stands in the program.
    Address(usize),
    /// Its number among those of packs.
    Number(usize),
}

impl Question {
    /// A mark that no other question has.
    pub(crate) fn fresh() -> Self {
        static LAST: AtomicUsize = AtomicUsize::new(0);
        Self(Mark::Number(LAST.fetch_add(1, Ordering::Relaxed)))
    }
}

impl Texts {
    fn of(&mut self, text: &str) -> Rc<Known> {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        if self.bytes + text.len() > MOST {
            *self = Self::default();
        }
        self.bytes += text.len();
        self.known.entry(text.into()).or_default().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Length(usize);
    struct First(Option<char>);

    #[test]
    fn a_text_is_read_once() {
        let read = |text: &str| Known::of(text).read(|| Length(text.len()));
        let (one, other) = (read("pasal"), read("pasal"));
        assert!(Rc::ptr_eq(&one, &other) && one.0 == 5);
        assert_eq!(read("ayat").0, 4);
        let first = Known::of("pasal").read(|| First("pasal".chars().next()));
        assert_eq!(first.0, Some('p'));
        let by = |key: u8| Known::of("pasal").read_by(key, || Length(usize::from(key)));
        assert!(by(1).0 == 1 && by(2).0 == 2 && Rc::ptr_eq(&by(2), &by(2)));
        let long = "a".repeat(LONGEST + 1);
        assert!(!Rc::ptr_eq(&read(&long), &read(&long)));
    }

    #[test]
    fn what_is_remembered_has_a_bound() {
        for at in 0..200 {
            Known::of(&format!("{at}{}", "a".repeat(LONGEST - 8)));
            assert!(TEXTS.with_borrow(|texts| texts.bytes <= MOST && texts.known.len() <= 64));
        }
    }
}
