//! What the fuzz targets share: what each holds true of any input ([`entry`]), and changes of TOML
//! that keep it TOML ([`mutate`]).

pub mod entry;
pub mod mutate;
