//! The flow of a procedure as a drawing: a lane for each actor, a row for each step, and lines that go
//! at right angles between them.
//!
//! It is laid out in two steps. [`Plan`] routes the lines without knowing how high the rows are, since
//! their text says that: heights stand in it as distances from the middle or from an edge of a row.
//! [`Plan::pages`] makes geometry of it for given heights and page breaks. Whoever sets the text of the
//! rows himself does the second step himself.
//!
//! Lines run in channels that hold nothing else: across below (or above) the shapes of a row, along
//! between two lanes. In a channel, lines that would lie over each other get tracks of their own, by
//! colouring their intervals.

mod graph;
mod label;
mod page;
mod plan;
mod port;
mod strip;
#[cfg(test)]
mod tests;
mod track;
mod way;

pub(crate) use graph::{Ends, Flow, Form, Leg, Node};
pub(crate) use label::{Label, Lines};
pub(crate) use page::{Page, Shape};
pub(crate) use plan::{Height, Measures, Plan};
pub(crate) use strip::Strip;
