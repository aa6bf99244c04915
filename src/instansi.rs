//! Institutions and offices, read from names as people write them: which institution a name belongs
//! to, which unit of it is meant, which level an office has, and who acts for whom. What is not known
//! is answered as unknown.
//!
//! The knowledge is data: `schemas/instansi/*.toml`, each fact with its ground. It is read at the
//! first question, so that a run which asks none pays nothing.

mod abroad;
mod acting;
mod data;
mod index;
mod inside;
mod institution;
mod mention;
mod name;
mod office;
mod owner;
mod phrase;
mod scan;
#[cfg(test)]
mod tests;
mod word;

pub(crate) use acting::Office;
pub(crate) use index::Institutions;
pub(crate) use institution::{Country, Institution};
pub(crate) use name::{Context, Name};
pub(crate) use office::Post;
pub(crate) use owner::{Belongs, Confidence, Owner};
