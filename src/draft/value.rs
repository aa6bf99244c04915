//! Values of the field types, for those who hold a node and no draft.

pub use crate::kind::value::{date, from_toml, integer, money, size, term};
