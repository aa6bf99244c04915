//! Operations on plain text that more than one room needs, each of them once. It knows nothing of
//! drafts, kinds or languages of documents, and imports nothing.

mod case;
mod fold;
mod known;
pub(crate) mod length;
mod nearest;
pub(crate) mod pile;
mod plain;
pub(crate) mod script;
mod squeeze;
pub(crate) mod stead;

pub(crate) use case::{capitalised, title_case};
pub(crate) use fold::{fold, words};
pub(crate) use known::{Known, Question};
pub(crate) use nearest::nearest;
pub(crate) use nearest::{folded_key, key_distance, nearest_and_only};
pub(crate) use plain::{plain_amount, truth};
pub use squeeze::squeeze;
pub(crate) use squeeze::squeeze_onto;
pub(crate) use stead::{is_stead, stands_in};
