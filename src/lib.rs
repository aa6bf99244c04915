//! `naskah` memeriksa dan mencetak naskah kerja sama pemerintah.
//!
//! The flow: a draft is parsed once into a tree with places ([`source`]), read by its kind
//! ([`kind`], [`draft`]), judged by packs of rules ([`rule`], [`engine`]), reported ([`report`])
//! and rendered (`render`). Imports go one way; `tests/integration/layers.rs` holds the layers.

pub mod source;
pub mod assets;
pub mod draft;
pub mod finding;
pub mod kind;
pub mod wording;
pub mod engine;
pub mod rule;
