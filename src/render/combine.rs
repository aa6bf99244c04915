//! The documents of a batch as one file: their pages one after the other, with a bookmark for each, and
//! with their tags, so that what a reader hears of one document it hears of it among the others.
//!
//! What the documents share by name or number is kept apart: structure parents count on, and ids of
//! table heads get the number of their document (ISO 32000-1, 14.7).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use crate::fingerprint::Fingerprint;

/// Why documents cannot be put together.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CombineError {
    /// One of them is not what the program writes.
    #[error(transparent)]
    Unreadable(#[from] lopdf::Error),
    /// The file cannot be made.
    #[error(transparent)]
    Unwritten(#[from] std::io::Error),
}

type Combining<T> = Result<T, CombineError>;

/// Where the parts of all documents hang.
const PAGES: ObjectId = (1, 0);
const STRUCTURE: ObjectId = (2, 0);
const WHOLE: ObjectId = (3, 0);
const OUTLINES: ObjectId = (4, 0);
const FIRST_FREE: u32 = 5;

/// Documents that are being put together.
#[derive(Debug)]
pub(crate) struct Combined {
    whole: Document,
    next: u32,
    /// The catalogue of the first, which says what holds for the file.
    first: Option<Dictionary>,
    /// The description of the first, as XMP.
    description: Vec<u8>,
    pages: Vec<ObjectId>,
    elements: Vec<Object>,
    parents: Vec<Object>,
    next_parent: i64,
    ids: Vec<(Vec<u8>, Object)>,
    roles: Dictionary,
    bookmarks: Vec<ObjectId>,
    titles: BTreeSet<String>,
    labels: Vec<Object>,
}

impl Combined {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            whole: Document::with_version("1.7"),
            next: FIRST_FREE,
            first: None,
            description: Vec::new(),
            pages: Vec::new(),
            elements: Vec::new(),
            parents: Vec::new(),
            next_parent: 0,
            ids: Vec::new(),
            roles: Dictionary::new(),
            bookmarks: Vec::new(),
            titles: BTreeSet::new(),
            labels: Vec::new(),
        }
    }

    /// Whether there is any document.
    pub(crate) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Adds a document. Its bookmark is its title, with a name behind it where another has the same.
    ///
    /// # Errors
    /// Bytes that are no document of ours.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Combining<()> {
        let mut document = Document::load_mem(bytes)?;
        document.renumber_objects_with(self.next);
        self.next = document.max_id + 1;
        let (shift, number) = (self.next_parent, self.bookmarks.len());
        for object in document.objects.values_mut() {
            set_apart(object, shift, number);
        }
        let catalog = document.catalog()?.clone();
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        self.structure(&mut document, &catalog)?;
        let title = self.title(&document, name);
        self.bookmark(&mut document, &catalog, &title, &pages)?;
        self.number_pages(&document, &catalog, pages.len());
        for page in &pages {
            document.get_dictionary_mut(*page)?.set("Parent", PAGES);
        }
        self.pages.extend(pages);
        if self.first.is_none() {
            let description = resolved(&document, &catalog, "Metadata").and_then(|object| {
                let stream = object.as_stream().ok()?;
                Some(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
            });
            self.description = description.unwrap_or_default();
            self.first = Some(catalog);
        }
        self.whole.objects.append(&mut document.objects);
        Ok(())
    }

    fn title(&mut self, document: &Document, name: &str) -> String {
        let own = dictionary_of(document, &document.trailer, "Info");
        let own = own.and_then(|info| lopdf::decode_text_string(info.get(b"Title").ok()?).ok());
        match own.filter(|title| !title.is_empty()) {
            Some(title) if self.titles.insert(title.clone()) => title,
            Some(title) => format!("{title} ({name})"),
            None => name.to_owned(),
        }
    }

    /// Hangs the structure of a document below that of the whole.
    fn structure(&mut self, document: &mut Document, catalog: &Dictionary) -> Combining<()> {
        let Some(root) = dictionary_of(document, catalog, "StructTreeRoot") else { return Ok(()) };
        let language = catalog.get(b"Lang").ok().cloned();
        for kid in listed(&root, "K") {
            if let Ok(element) = kid.as_reference().and_then(|id| document.get_dictionary_mut(id)) {
                element.set("P", WHOLE);
                if let Some(language) = &language {
                    element.set("Lang", language.clone());
                }
            }
            self.elements.push(kid);
        }
        if let Some(tree) = dictionary_of(document, &root, "ParentTree") {
            let shift = self.next_parent;
            for pair in listed(&tree, "Nums").chunks(2) {
                if let [Object::Integer(key), value] = pair {
                    self.parents.extend([Object::Integer(key + shift), value.clone()]);
                }
            }
        }
        let next = root.get(b"ParentTreeNextKey").and_then(Object::as_i64).unwrap_or_default();
        let number = self.bookmarks.len();
        self.next_parent += next;
        if let Some(tree) = dictionary_of(document, &root, "IDTree") {
            for pair in listed(&tree, "Names").chunks(2) {
                if let [Object::String(id, _), value] = pair {
                    self.ids.push((id_of(id, number), value.clone()));
                }
            }
        }
        if let Some(roles) = dictionary_of(document, &root, "RoleMap") {
            self.roles.extend(&roles);
        }
        Ok(())
    }

    /// A bookmark for a document, with its own bookmarks below it.
    fn bookmark(
        &mut self,
        document: &mut Document,
        catalog: &Dictionary,
        name: &str,
        pages: &[ObjectId],
    ) -> Combining<()> {
        let mut item = dictionary! { "Title" => text(name), "Parent" => OUTLINES };
        if let Some(page) = pages.first() {
            item.set("Dest", vec![(*page).into(), "Fit".into()]);
        }
        let id = (self.next, 0);
        self.next += 1;
        if let Some(own) = dictionary_of(document, catalog, "Outlines") {
            let mut below = own.get(b"First").and_then(Object::as_reference).ok();
            let mut count = 0;
            while let Some(child) = below {
                let child = document.get_dictionary_mut(child)?;
                child.set("Parent", id);
                count += 1;
                below = child.get(b"Next").and_then(Object::as_reference).ok();
            }
            for end in ["First", "Last"] {
                if let Ok(child) = own.get(end.as_bytes()) {
                    item.set(end, child.clone());
                }
            }
            // Closed: a thousand documents open at once hide each other.
            if count > 0 {
                item.set("Count", -count);
            }
        }
        document.objects.insert(id, item.into());
        self.bookmarks.push(id);
        Ok(())
    }

    /// Each document keeps its own page numbers.
    fn number_pages(&mut self, document: &Document, catalog: &Dictionary, count: usize) {
        let offset = i64::try_from(self.pages.len()).unwrap_or(i64::MAX);
        let own = dictionary_of(document, catalog, "PageLabels");
        let own = own.map(|labels| listed(&labels, "Nums")).unwrap_or_default();
        if own.is_empty() && count > 0 {
            let label = dictionary! { "S" => "D", "St" => 1 };
            self.labels.extend([offset.into(), label.into()]);
        }
        for pair in own.chunks(2) {
            if let [Object::Integer(page), label] = pair {
                self.labels.extend([Object::Integer(page + offset), label.clone()]);
            }
        }
    }

    /// The file, under a title.
    ///
    /// # Errors
    /// What the writer refuses.
    pub(crate) fn finish(mut self, title: &str) -> Combining<Vec<u8>> {
        let Some(mut catalog) = self.first.take() else { return Ok(Vec::new()) };
        let count = i64::try_from(self.pages.len()).unwrap_or(i64::MAX);
        let kids: Vec<Object> = self.pages.iter().map(|page| (*page).into()).collect();
        let pages = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
        self.whole.objects.insert(PAGES, pages.into());
        self.write_structure();
        self.write_outlines()?;
        let labels = dictionary! { "Nums" => std::mem::take(&mut self.labels) };
        let description = described(&self.description, title, self.pages.len());
        let stamp = Fingerprint::of_bytes([description.as_slice()]).to_string();
        let mut stream = Stream::new(
            dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            stamped(&description, &stamp),
        );
        stream.allows_compression = false;
        self.whole.max_id = self.next;
        let metadata = self.whole.add_object(stream);
        catalog.set("Pages", PAGES);
        catalog.set("StructTreeRoot", STRUCTURE);
        catalog.set("Outlines", OUTLINES);
        catalog.set("PageLabels", labels);
        catalog.set("Metadata", metadata);
        let catalog = self.whole.add_object(catalog);
        let info = self.whole.add_object(dictionary! { "Title" => text(title) });
        self.whole.trailer.set("Root", catalog);
        self.whole.trailer.set("Info", info);
        let id = Object::String(stamp.into_bytes(), StringFormat::Hexadecimal);
        self.whole.trailer.set("ID", vec![id.clone(), id]);
        // The roots of the single documents hang nowhere now.
        self.whole.prune_objects();
        self.whole.renumber_objects();
        let mut bytes = Vec::new();
        self.whole.save_to(&mut bytes)?;
        Ok(bytes)
    }

    fn write_structure(&mut self) {
        let mut ids = std::mem::take(&mut self.ids);
        ids.sort_by(|(one, _), (other, _)| one.cmp(other));
        let names = ids
            .into_iter()
            .flat_map(|(id, element)| [Object::String(id, StringFormat::Literal), element]);
        let whole = dictionary! {
            "Type" => "StructElem",
            "S" => "Document",
            "P" => STRUCTURE,
            "K" => std::mem::take(&mut self.elements),
        };
        let root = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![WHOLE.into()],
            "ParentTree" => dictionary! { "Nums" => std::mem::take(&mut self.parents) },
            "ParentTreeNextKey" => self.next_parent,
            "IDTree" => dictionary! { "Names" => names.collect::<Vec<_>>() },
            "RoleMap" => std::mem::take(&mut self.roles),
        };
        self.whole.objects.insert(WHOLE, whole.into());
        self.whole.objects.insert(STRUCTURE, root.into());
    }

    /// Links the bookmarks of the documents, in their order.
    fn write_outlines(&mut self) -> Combining<()> {
        let all = std::mem::take(&mut self.bookmarks);
        let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let mut root = dictionary! { "Type" => "Outlines", "Count" => count };
        for (end, id) in [("First", all.first()), ("Last", all.last())] {
            if let Some(id) = id {
                root.set(end, *id);
            }
        }
        for pair in all.windows(2) {
            if let [one, other] = pair {
                self.whole.get_dictionary_mut(*one)?.set("Next", *other);
                self.whole.get_dictionary_mut(*other)?.set("Prev", *one);
            }
        }
        self.whole.objects.insert(OUTLINES, root.into());
        Ok(())
    }
}

/// A string in the way that every reader of PDF knows: UTF-16 with its mark.
fn text(words: &str) -> Object {
    lopdf::text_string(words)
}

fn resolved<'d>(document: &'d Document, within: &'d Dictionary, key: &str) -> Option<&'d Object> {
    document.dereference(within.get(key.as_bytes()).ok()?).ok().map(|(_, object)| object)
}

fn dictionary_of(document: &Document, within: &Dictionary, key: &str) -> Option<Dictionary> {
    resolved(document, within, key)?.as_dict().ok().cloned()
}

/// The members of an array; of one that stands alone, that one.
fn listed(within: &Dictionary, key: &str) -> Vec<Object> {
    match within.get(key.as_bytes()) {
        Ok(Object::Array(members)) => members.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    }
}

/// The id of an element among all documents.
fn id_of(id: &[u8], number: usize) -> Vec<u8> {
    let mut own = format!("D{number}").into_bytes();
    own.extend_from_slice(id);
    own
}

/// Gives the numbers of structure parents and the ids of elements to their document alone.
fn set_apart(object: &mut Object, shift: i64, number: usize) {
    let within = match object {
        Object::Array(members) => {
            members.iter_mut().for_each(|member| set_apart(member, shift, number));
            return;
        }
        Object::Dictionary(own) => own,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    let element = within.has(b"S") && within.has(b"P");
    for (key, value) in within.iter_mut() {
        match (key.as_slice(), &mut *value) {
            (b"StructParent" | b"StructParents", Object::Integer(parent)) => *parent += shift,
            (b"ID", Object::String(id, _)) if element => *id = id_of(id, number),
            (b"Headers", Object::Array(heads)) => {
                for head in heads {
                    if let Object::String(id, _) = head {
                        *id = id_of(id, number);
                    }
                }
            }
            _ => set_apart(value, shift, number),
        }
    }
}

/// The description of the first document as one of the whole: its title, its pages, and no date.
fn described(first: &[u8], title: &str, pages: usize) -> Vec<u8> {
    let escaped = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut text = String::from_utf8_lossy(first).into_owned();
    for element in ["xmp:ModifyDate", "xmp:CreateDate", "xmpMM:History"] {
        text = between(&text, &format!("<{element}>"), &format!("</{element}>"), None);
    }
    text = between(&text, "<rdf:li xml:lang=\"x-default\">", "</rdf:li>", Some(&escaped));
    between(&text, "<xmpTPg:NPages>", "</xmpTPg:NPages>", Some(&pages.to_string())).into_bytes()
}

/// With ids of its own.
fn stamped(description: &[u8], stamp: &str) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(description).into_owned();
    for element in ["xmpMM:InstanceID", "xmpMM:DocumentID"] {
        text = between(&text, &format!("<{element}>"), &format!("</{element}>"), Some(stamp));
    }
    text.into_bytes()
}

/// A text with something else between two of its words, or without both.
fn between(text: &str, open: &str, close: &str, other: Option<&str>) -> String {
    let Some((before, rest)) = text.split_once(open) else { return text.to_owned() };
    let Some((_, after)) = rest.split_once(close) else { return text.to_owned() };
    match other {
        Some(other) => format!("{before}{open}{other}{close}{after}"),
        None => format!("{before}{after}"),
    }
}
