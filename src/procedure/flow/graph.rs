//! What is drawn: steps, who acts in them, and where each goes on.

use crate::procedure::Procedure;

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

impl Flow {
    /// The flow of a procedure.
    pub(crate) fn of(procedure: &Procedure, ends: Ends) -> Self {
        let lane = |key: &String| procedure.actors.iter().position(|actor| actor.key == *key);
        let step = |step: &crate::procedure::Step| Node {
            form: if step.decisions.is_empty() { Form::Process } else { Form::Decision },
            lanes: step.actors.iter().filter_map(lane).collect(),
        };
        let mut flow = Self {
            lanes: procedure.actors.len().max(1),
            nodes: procedure.steps.iter().map(step).collect(),
            edges: Vec::new(),
        };
        for (at, step) in procedure.steps.iter().enumerate() {
            let leads = |decision: &crate::procedure::Decision| {
                let to = procedure.at(&decision.to)?;
                Some(Edge { from: at, to, label: Some(decision.answer.clone()) })
            };
            let answers: Vec<Edge> = step.decisions.iter().filter_map(leads).collect();
            // Where every answer leads back, the one that goes on is not written.
            let goes_on = !answers.iter().any(|edge| edge.to > at);
            if goes_on && at + 1 < flow.nodes.len() {
                flow.edges.push(Edge { from: at, to: at + 1, label: None });
            }
            flow.edges.extend(answers);
        }
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
