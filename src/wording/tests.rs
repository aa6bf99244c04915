//! The module against its two sources, its own inverse, and hostile input.

mod date;
mod pair;
mod term;
mod total;
mod vectors;
