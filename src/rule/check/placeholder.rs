//! `residu`: blanks that somebody still has to fill in.

mod form;
mod found;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::words;

use found::{InText, Sign};

/// Where the blanks stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Tempat isiannya.")]
enum Home {
    /// In the numbers of an agreement, which are given on the day of signing.
    #[schemars(
        description = "Pada nomor naskah kerja sama, yang diberikan pada hari penandatanganan."
    )]
    Nomor,
    /// In an annex that is a form, which others fill in later.
    #[schemars(
        description = "Titik-titik pada lampiran yang berupa formulir, yang diisi kelak; satu tiap lampiran."
    )]
    Formulir,
    /// Anywhere else.
    #[schemars(description = "Di tempat lain.")]
    Lain,
}

/// Dotted blanks, `<…>`, `[isi]`, `XX`, lorem ipsum, and what other programs leave behind.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    #[schemars(description = "Tempat isiannya; bawaannya di mana pun.")]
    pada: Option<Home>,
}

impl Placeholder {
    fn concerns(&self, scope: &Scope<'_>, path: &FieldPath, form: bool) -> bool {
        let kind = scope.draft.kind;
        let head = path.keys().next().unwrap_or_default();
        let is = |role: Role| kind.role(role).is_some_and(|field| field.key == head);
        let party = is(Role::Pihak) && path.steps().len() == 3 && path.last_key() == Some("nomor");
        let own = is(Role::Nomor) && kind.role(Role::Pihak).is_some();
        match self.pada {
            None => true,
            Some(Home::Nomor) => party || own,
            Some(Home::Formulir) => form,
            Some(Home::Lain) => !party && !own && !form,
        }
    }
}

impl CheckKind for Placeholder {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "isian yang tertinggal")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut forms = form::Forms::of(scope);
        let mut hits = Vec::new();
        each(scope, &mut |place, said, sign| {
            if sign != Sign::Blank {
                return;
            }
            let form = form::is_line(said).then(|| forms.number(&place.path)).flatten();
            let told = self.pada == Some(Home::Formulir) && form.is_some_and(|at| forms.tell(at));
            if !told && self.concerns(scope, &place.path, form.is_some()) {
                hits.push(Hit::at(place).word("nilai", said.trim()));
            }
        });
        hits
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let mut silences = Vec::new();
        each(scope, &mut |place, said, sign| {
            let reason = match sign {
                Sign::Blank => return,
                Sign::Numeral => words::check::read_as_numeral(said.trim()),
                Sign::Address => words::check::read_as_address(said.trim()),
            };
            silences.push(Silence::at(place, reason));
        });
        silences
    }
}

/// What looks like a blank in the printed texts, found once for all rules.
struct Blanks(Vec<Blank>);

struct Blank {
    /// Which of the texts.
    text: usize,
    span: Span,
    sign: Sign,
}

/// Meets everything in the printed texts that looks like a blank.
fn each(scope: &Scope<'_>, meet: &mut dyn FnMut(Place, &str, Sign)) {
    for Blank { text, span, sign } in &scope.once(|| Blanks::of(scope)).0 {
        let Some((path, text)) = scope.texts().get(*text) else { continue };
        let said = text.get(span.clone()).unwrap_or_default();
        meet(Place::within(path.clone(), span.clone()), said, *sign);
    }
}

impl Blanks {
    fn of(scope: &Scope<'_>) -> Self {
        let all =
            (0..scope.texts().len()).filter_map(|at| Some((at, scope.reading(at, InText::of)?)));
        let found = all.flat_map(|(at, text)| {
            let blank =
                |(span, sign): &(Span, Sign)| Blank { text: at, span: span.clone(), sign: *sign };
            text.0.iter().map(blank).collect::<Vec<_>>()
        });
        Self(found.collect())
    }
}
