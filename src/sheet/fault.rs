//! What stands in the way of reading a sheet.

/// Why a sheet, or one of its rows, cannot be made into drafts.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SheetFault {
    /// A file of a form that is not read.
    #[error("{0} is no form of sheet")]
    Form(String),
    /// A file that is not what its name says.
    #[error("{place}: {what}")]
    Broken {
        /// The file, with the line where that is known.
        place: String,
        /// What the reader said.
        what: String,
    },
    /// There is no sheet of this name.
    #[error("no sheet {wanted}")]
    NoSheet {
        /// The name that was asked for.
        wanted: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// No row holds names of columns.
    #[error("no row of heads")]
    NoHeads {
        /// Names that would be known.
        known: Vec<String>,
    },
    /// A column whose head is no field.
    #[error("{address}: {head} is no field")]
    UnknownColumn {
        /// The cell of the head.
        address: String,
        /// What stands there; nothing where only the cells below hold something.
        head: String,
        /// The name that is meant, perhaps.
        meant: Option<String>,
    },
    /// Two columns for one field.
    #[error("{first} and {second} are one field")]
    TwoColumns {
        /// The head of the first.
        first: String,
        /// The cell of the second.
        second: String,
        /// The field.
        field: String,
    },
    /// A column that was named is not there.
    #[error("no column {wanted}")]
    NoColumn {
        /// The name.
        wanted: String,
        /// The heads that there are.
        known: Vec<String>,
    },
    /// A condition that cannot be read.
    #[error("{0} is no condition")]
    Condition(String),
    /// A choice of rows that cannot be read.
    #[error("{0} is no choice of rows")]
    Rows(String),
    /// A file of names whose entry is no text.
    #[error("{file}: {name} names no field")]
    Names {
        /// The file.
        file: String,
        /// The head in it.
        name: String,
    },
    /// Nobody said of which kind the drafts are.
    #[error("no kind")]
    NoKind,
    /// There is no such kind.
    #[error("no kind {wanted}")]
    UnknownKind {
        /// The name.
        wanted: String,
        /// The name that is meant, perhaps.
        meant: Option<String>,
        /// Every kind.
        known: Vec<String>,
    },
    /// A draft to begin with that cannot be read whole.
    #[error("{0} cannot be read whole")]
    Base(String),
    /// A cell that cannot be taken over.
    #[error("{address}: {fault}")]
    Cell {
        /// The cell.
        address: String,
        /// Why.
        fault: CellFault,
    },
    /// Rows of one document say different things of it.
    #[error("{address}: another {field}")]
    Differs {
        /// The cell of the later row.
        address: String,
        /// The field.
        field: String,
    },
    /// A pattern of names of which nothing is left.
    #[error("no name")]
    NoName,
    /// A pattern of names that names no field.
    #[error("{field} is no field")]
    NamePattern {
        /// What stands between the braces.
        field: String,
        /// The name that is meant, perhaps.
        meant: Option<String>,
    },
}

/// Why a cell cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CellFault {
    /// A number of more figures than a spreadsheet keeps.
    #[error("{0} has lost figures")]
    LostFigures(String),
    /// A formula that has no value.
    #[error("{0} is no value")]
    NoValue(String),
}
