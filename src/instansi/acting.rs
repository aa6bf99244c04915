//! Who acts for whom: Plt., Plh., Pj., a.n., u.b., kuasa, selaku.

use super::data::{File, Marks as MarkWords};
use super::index::Institutions;
use super::name::Context;
use super::office::Post;
use super::phrase::Phrases;
use super::word::{self, Word};

/// An office as a title names it, with who acts for whom.
#[derive(Debug)]
pub(crate) struct Office<'a> {
    /// The office of the one who signs or receives: for "Plt. Direktur Jenderal" that of the Direktur
    /// Jenderal, for "a.n. Menteri, Sekretaris Jenderal" that of the Sekretaris Jenderal.
    pub(crate) post: Post<'a>,
    /// Held in another's stead: `plt`, `plh`, `pj`, `pjs`, `pemangku`, `ad-interim`.
    pub(crate) acting: Option<&'a str>,
    /// The office of one's own of who acts: "Direktur Visa selaku Plh. Direktur Jenderal Imigrasi".
    #[allow(dead_code, reason = "read, and no rule asks for it yet")]
    pub(crate) own: Option<Post<'a>>,
    /// The office in whose name it is done: "a.n. Menteri", "kuasa Menteri".
    pub(crate) on_behalf_of: Option<Post<'a>>,
    /// The office that the paper goes through: "Menteri melalui Sekretaris Jenderal".
    pub(crate) through: Option<Post<'a>>,
}

impl<'a> From<Post<'a>> for Office<'a> {
    fn from(post: Post<'a>) -> Self {
        Self { post, acting: None, own: None, on_behalf_of: None, through: None }
    }
}

/// The words around titles.
#[derive(Debug)]
pub(super) struct Marks {
    greetings: Phrases<()>,
    not_in_office: Phrases<()>,
    through: Phrases<()>,
    on_behalf: Phrases<()>,
    last_signs: Phrases<()>,
    in_capacity: Phrases<()>,
    empowered: Phrases<()>,
    explaining: Phrases<()>,
    before: Phrases<String>,
    behind: Phrases<String>,
}

impl Marks {
    pub(super) fn new(files: &[File]) -> Self {
        let words = |list: fn(&MarkWords) -> &Vec<String>| phrases(files, list);
        let acting = |behind: bool| {
            let entries = files.iter().flat_map(|file| &file.pelaksana);
            let entries = entries.filter(|entry| entry.belakang == behind);
            Phrases::new(entries.flat_map(|entry| {
                entry.frasa.iter().map(|phrase| (word::plain(phrase), entry.id.clone()))
            }))
        };
        Self {
            greetings: words(|marks| &marks.sapaan),
            not_in_office: words(|marks| &marks.bukan_pejabat),
            through: words(|marks| &marks.perantara),
            on_behalf: words(|marks| &marks.atas_nama),
            last_signs: words(|marks| &marks.untuk_beliau),
            in_capacity: words(|marks| &marks.selaku),
            empowered: words(|marks| &marks.kuasa),
            explaining: explaining(files),
            before: acting(false),
            behind: acting(true),
        }
    }

    /// Whether the words say where something is, and so belong to no name before them.
    pub(super) fn explains(&self, words: &[Word]) -> bool {
        self.explaining.length(words) > 0
    }
}

fn phrases(files: &[File], list: fn(&MarkWords) -> &Vec<String>) -> Phrases<()> {
    let all = files.iter().flat_map(|file| list(&file.sebutan));
    Phrases::new(all.map(|phrase| (word::plain(phrase), ())))
}

fn explaining(files: &[File]) -> Phrases<()> {
    let all = files.iter().flat_map(|file| {
        let marks = &file.sebutan;
        let after = [&marks.penjelas, &marks.tempat, &marks.perantara, &marks.selaku];
        after.into_iter().flatten().chain(&marks.atas_nama).chain(&marks.untuk_beliau)
    });
    Phrases::new(all.map(|phrase| (word::plain(phrase), ())))
}

impl Institutions {
    /// Reads the title of an office.
    pub(crate) fn office<'a>(&'a self, title: &str, context: &Context<'a>) -> Office<'a> {
        let words = self.words(title);
        let (words, through) = divided(&words, &self.marks.through);
        let through = through.map(|words| self.post(words, context));
        Office { through, ..self.held(self.greeted(words), context) }
    }

    /// The words without the greetings before them.
    pub(super) fn greeted<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        let mut rest = words;
        loop {
            let length = self.marks.greetings.length(rest);
            if length == 0 {
                return rest;
            }
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    fn held<'a>(&'a self, words: &[Word], context: &Context<'a>) -> Office<'a> {
        if self.marks.not_in_office.length(words) > 0 {
            return Post::none().into();
        }
        let length = self.marks.on_behalf.length(words);
        if length > 0 {
            return self.on_behalf(words.get(length..).unwrap_or_default(), context);
        }
        if let Some(granter) = self.granter(words) {
            let on_behalf_of = Some(self.post(granter, context));
            return Office { on_behalf_of, ..Post::none().into() };
        }
        let (own, granter) = divided(words, &self.marks.on_behalf);
        if let Some(granter) = granter.filter(|words| self.is_title(words)) {
            let on_behalf_of = Some(self.post(granter, context));
            return Office { on_behalf_of, ..self.acting(own, context) };
        }
        self.in_capacity(words, context)
    }

    /// "Direktur … selaku Plh. Direktur Jenderal …", "Kepala Biro … selaku kuasa Menteri".
    fn in_capacity<'a>(&'a self, words: &[Word], context: &Context<'a>) -> Office<'a> {
        let (own, capacity) = divided(words, &self.marks.in_capacity);
        let Some(capacity) = capacity else {
            return self.acting(words, context);
        };
        let on_behalf = self.marks.on_behalf.length(capacity);
        let named = capacity.get(on_behalf..).filter(|_| on_behalf > 0);
        if let Some(granter) = named.or_else(|| self.granter(capacity)) {
            let on_behalf_of = Some(self.post(granter, context));
            return Office { on_behalf_of, ..self.acting(own, context) };
        }
        let held = self.acting(capacity, context);
        match held.acting {
            Some(_) => Office { own: Some(self.post(own, context)), ..held },
            None => self.acting(own, context),
        }
    }

    /// The office that gives its power: "kuasa Menteri", but not "Kuasa Usaha".
    fn granter<'w>(&self, words: &'w [Word]) -> Option<&'w [Word]> {
        let length = self.marks.empowered.length(words);
        let granter = words.get(length..)?;
        (length > 0 && !self.is_title(words) && self.is_title(granter)).then_some(granter)
    }

    /// "Plt. Menteri …", "Menteri … ad interim".
    fn acting<'a>(&'a self, words: &[Word], context: &Context<'a>) -> Office<'a> {
        if let Some((length, ids)) = self.marks.before.longest(words) {
            let rest = words.get(length..).unwrap_or_default();
            let acting = ids.first().map(String::as_str);
            return Office { acting, ..self.post(rest, context).into() };
        }
        let (rest, behind) = self.without_tail(words);
        Office { acting: behind, ..self.post(rest, context).into() }
    }

    fn without_tail<'a, 'w>(&'a self, words: &'w [Word]) -> (&'w [Word], Option<&'a str>) {
        let tail = (1..words.len().min(4)).find_map(|length| {
            let (rest, tail) = words.split_at_checked(words.len() - length)?;
            let (known, ids) = self.marks.behind.longest(tail)?;
            (known == length).then(|| (rest, ids.first().map(String::as_str)))
        });
        tail.unwrap_or((words, None))
    }

    /// "a.n. Menteri, Sekretaris Jenderal, u.b. Kepala Biro": the first gives the power, the last
    /// signs.
    fn on_behalf<'a>(&'a self, words: &[Word], context: &Context<'a>) -> Office<'a> {
        let offices = self.offices(words);
        let granter = offices.first().map(|words| self.post(words, context));
        let signer = offices.last().filter(|_| offices.len() > 1);
        let signer = signer.map_or_else(|| Post::none().into(), |one| self.acting(one, context));
        Office { on_behalf_of: granter, ..signer }
    }

    /// Offices that stand one behind the other.
    fn offices<'w>(&self, words: &'w [Word]) -> Vec<&'w [Word]> {
        let mut offices = Vec::new();
        let (mut start, mut at) = (0, self.title_length(words).max(1));
        while at < words.len() {
            let rest = words.get(at..).unwrap_or_default();
            let skipped = self.marks.last_signs.length(rest);
            let length = self.title_length(rest.get(skipped..).unwrap_or_default());
            if skipped + length > 0 {
                offices.push(words.get(start..at).unwrap_or_default());
                start = at + skipped;
            }
            at += (skipped + length).max(1);
        }
        offices.push(words.get(start..).unwrap_or_default());
        offices.retain(|words| !words.is_empty());
        offices
    }

    /// The length of the title that the words begin with, with a greeting and "Plt." before it.
    fn title_length(&self, words: &[Word]) -> usize {
        let greeted = self.greeted(words);
        let acting = self.marks.before.length(greeted);
        let title = self.person_length(greeted.get(acting..).unwrap_or_default());
        if title == 0 { acting } else { words.len() - greeted.len() + acting + title }
    }
}

/// The words before and behind the first mark that stands inside them.
fn divided<'w>(words: &'w [Word], marks: &Phrases<()>) -> (&'w [Word], Option<&'w [Word]>) {
    let found = (1..words.len()).find_map(|at| {
        let (before, rest) = words.split_at_checked(at)?;
        let length = marks.length(rest);
        (length > 0).then(|| (before, rest.get(length..)))
    });
    found.unwrap_or((words, None))
}
