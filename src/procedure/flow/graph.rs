//! What is drawn: steps, who acts in them, and where each goes on.

use crate::procedure::{Procedure, Step};

/// What a step is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Where the flow begins and ends.
    Terminal,
    /// Something is done.
    Process,
    /// Something is decided.
    Decision,
}

/// A step: a row of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// What it is drawn as.
    pub form: Form,
    /// The lanes of those who act; lines come to and leave the first.
    pub lanes: Vec<usize>,
}

/// A line from a step to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    /// From which row.
    pub from: usize,
    /// To which row.
    pub to: usize,
    /// The answer that it stands for.
    pub label: Option<String>,
}

/// A flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    /// How many lanes there are.
    pub lanes: usize,
    /// The steps, a row each.
    pub nodes: Vec<Node>,
    /// The lines.
    pub edges: Vec<Edge>,
}

/// How the beginning and the end are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// In rows of their own before the first and behind the last step.
    Own,
    /// As the shape of the first and of the last step, as the sheets of Indonesian offices do.
    Steps,
}

impl Node {
    /// The lane that lines come to and leave.
    pub(crate) fn lane(&self) -> usize {
        self.lanes.first().copied().unwrap_or_default()
    }

    /// The outermost lanes.
    pub(super) fn span(&self) -> (usize, usize) {
        let first = self.lanes.iter().min().copied().unwrap_or_default();
        (first, self.lanes.iter().max().copied().unwrap_or_default())
    }
}

/// A step as a flow needs it.
#[derive(Clone, Debug)]
pub(crate) struct Leg<'a> {
    /// Its number.
    pub number: &'a str,
    /// The keys of those who act in it.
    pub actors: Vec<&'a str>,
    /// Each answer with the number of the step that it leads to.
    pub answers: Vec<(&'a str, &'a str)>,
}

impl Flow {
    /// The flow of a procedure.
    pub(crate) fn of(procedure: &Procedure, ends: Ends) -> Self {
        let actors: Vec<&str> = procedure.actors.iter().map(|actor| actor.key.as_str()).collect();
        let legs = procedure.steps.iter().map(|step: &Step| Leg {
            number: &step.number,
            actors: step.actors.iter().map(String::as_str).collect(),
            answers: step
                .decisions
                .iter()
                .map(|one| (one.answer.as_str(), one.to.as_str()))
                .collect(),
        });
        Self::new(&actors, &legs.collect::<Vec<_>>(), ends)
    }

    /// The flow of steps, for actors by their keys. An actor that nobody knows and a step that there is
    /// not are left out; a step without an actor is nowhere, and no line goes there.
    pub(crate) fn new(actors: &[&str], legs: &[Leg<'_>], ends: Ends) -> Self {
        let lane = |key: &&str| actors.iter().position(|actor| actor == key);
        let node = |leg: &Leg<'_>| {
            let mut lanes: Vec<usize> = Vec::new();
            for lane in leg.actors.iter().filter_map(lane) {
                if !lanes.contains(&lane) {
                    lanes.push(lane);
                }
            }
            let form = if leg.answers.is_empty() { Form::Process } else { Form::Decision };
            Node { form, lanes }
        };
        let mut flow = Self {
            lanes: actors.len().max(1),
            nodes: legs.iter().map(node).collect(),
            edges: Vec::new(),
        };
        for (at, leg) in legs.iter().enumerate() {
            let leads = |(answer, to): &(&str, &str)| {
                let to = legs.iter().position(|other| other.number == *to)?;
                Some(Edge { from: at, to, label: Some((*answer).to_owned()) })
            };
            let answers: Vec<Edge> = leg.answers.iter().filter_map(leads).collect();
            // Where every answer leads back, the one that goes on is not written.
            let goes_on = !answers.iter().any(|edge| edge.to > at);
            if goes_on && at + 1 < flow.nodes.len() {
                flow.edges.push(Edge { from: at, to: at + 1, label: None });
            }
            flow.edges.extend(answers);
        }
        let nodes = &flow.nodes;
        let stands = |row: usize| nodes.get(row).is_some_and(|node| !node.lanes.is_empty());
        flow.edges.retain(|edge| stands(edge.from) && stands(edge.to));
        match ends {
            Ends::Own => flow.with_own_ends(),
            Ends::Steps => flow.with_steps_as_ends(),
        }
    }

    fn with_steps_as_ends(mut self) -> Self {
        let last = self.nodes.len().saturating_sub(1);
        for at in [0, last] {
            if let Some(node) = self.nodes.get_mut(at)
                && node.form == Form::Process
            {
                node.form = Form::Terminal;
            }
        }
        self
    }

    fn with_own_ends(self) -> Self {
        let end = |node: Option<&Node>| Node {
            form: Form::Terminal,
            lanes: vec![node.map(Node::lane).unwrap_or_default()],
        };
        let (first, last) = (end(self.nodes.first()), end(self.nodes.last()));
        let count = self.nodes.len();
        let moved = self.edges.into_iter().map(|edge| Edge {
            from: edge.from + 1,
            to: edge.to + 1,
            label: edge.label,
        });
        let begin = Edge { from: 0, to: 1, label: None };
        let finish = Edge { from: count, to: count + 1, label: None };
        Self {
            lanes: self.lanes,
            nodes: std::iter::once(first).chain(self.nodes).chain([last]).collect(),
            edges: std::iter::once(begin).chain(moved).chain([finish]).collect(),
        }
    }
}
