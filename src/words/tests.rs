use super::{Argument, Language, Phrase, both, check, either, known_and_perhaps, meant, pack};

#[test]
fn a_phrase_is_said_in_the_language_of_its_reader() {
    let phrase = check::date_unread("32 Mac 2026");
    assert_eq!(phrase.text(Language::Indonesian), "tanggal \"32 Mac 2026\" tidak dapat dibaca");
    assert_eq!(phrase.text(Language::Malay), "tarikh \"32 Mac 2026\" tidak dapat dibaca");
}

#[test]
fn a_phrase_within_a_phrase_has_the_language_of_the_whole() {
    let phrase = pack::field_absent("ika", "nomor", pack::leave_out_of_kinds());
    let said = |language| phrase.text(language);
    assert_eq!(
        said(Language::Indonesian),
        "jenis ika tidak mempunyai bidang \"nomor\"; keluarkan dari bila.jenis"
    );
    assert_eq!(
        said(Language::Malay),
        "jenis ika tiada medan \"nomor\"; keluarkan daripada bila.jenis"
    );
}

#[test]
fn braces_are_printed_and_arguments_are_not_read_again() {
    let phrase = pack::word_unknown_no_words("{check}", "pola");
    let said = phrase.text(Language::Indonesian);
    assert!(said.starts_with("{{check}} tidak dikenal; pemeriksa \"pola\""), "{said}");
}

#[test]
fn names_are_joined_in_every_language() {
    let names = ["satu", "dua", "tiga"];
    assert_eq!(either(&names).text(Language::Malay), "satu atau dua atau tiga");
    assert_eq!(both(&names[..2]).text(Language::English), "satu and dua");
    assert_eq!(both::<&str>(&[]).text(Language::Indonesian), "");
    let known = known_and_perhaps(&names, Some("dua"));
    assert_eq!(known.text(Language::Indonesian), "satu, dua, tiga; mungkin maksudnya \"dua\"");
    assert_eq!(known_and_perhaps(&names, None).text(Language::Malay), "satu, dua, tiga");
}

#[test]
fn words_of_a_draft_are_the_same_in_every_language() {
    for language in Language::ALL {
        assert_eq!(Phrase::verbatim("{x}").text(language), "{x}");
        assert_eq!(Argument::from(7).text(language), "7");
    }
    assert_eq!(Language::ALL.map(|one| Language::of_code(one.code())), Language::ALL.map(Some));
}

/// A sentence that English does not say yet is said in Indonesian, and never left out.
#[test]
fn english_falls_back() {
    for language in Language::ALL {
        assert_ne!(meant::perhaps("x").text(language), "");
        assert_ne!(pack::no_clause().text(language), "");
    }
}
