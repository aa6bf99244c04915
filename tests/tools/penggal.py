#!/usr/bin/env python3
"""Forms the words of tests/data/penggal.tsv and divides them, apart from the program.

    penggal.py [DAFTAR]

The program reads a word and looks for its base. This goes the other way: it is told how a word is
formed ("peN+tegak+an"), puts it together by the sound rules of the affixes, and divides it where
EYD V, "Pemenggalan Kata", says. The word and its divisions must be those of the list.

A formation is written with `+` between affixes and base, `&` between the parts of a compound or
after a bound form (EYD 3), `-` between the syllables of a base that the house rule may divide, and
`!` where a prefix and its base leave each other as they are ("meN!+kaji", "ber!+ser-ti-fi-kat"). The syllables are those of the
Kamus Besar Bahasa Indonesia; where two of its editions differ there is no `-`. `|` stands between
formations that are as likely as one another: such a word is divided only where all of them are.
"""
import pathlib
import sys

VOWELS = "aeiou"
SUFFIXES = {"an", "kan", "i", "nya", "lah", "kah"}
# The house rule for EYD 1: only parts of nine letters or more, and three letters on either side.
LONG, MARGIN = 9, 3


def sound(text):
    """The first sound: one letter, or the pairs that stand for one consonant (EYD 1.g)."""
    return text[:2] if text[:2] in ("ng", "ny", "kh", "sy") else text[:1]


def is_cluster(text):
    first = sound(text)
    return first not in VOWELS and text[len(first):len(first) + 1] not in VOWELS


def is_one_syllable(text):
    return sum(letter in VOWELS for letter in text) == 1


def nasal(head, rest, kept, base_is_next):
    """"meN-" and "peN-": the prefix, how much of the base is lost, and what comes in its place."""
    first = sound(rest)
    if base_is_next and is_one_syllable(rest):
        return head + "nge", 0, ""
    merged = {"p": "m", "t": "n", "k": "ng", "s": "ny"}.get(first)
    if merged and not kept and not is_cluster(rest):
        return head, 1, merged
    if first in ("p", "b", "f", "v"):
        return head + "m", 0, ""
    if first in ("t", "d", "c", "j", "z", "s", "sy"):
        return head + "n", 0, ""
    if first in ("k", "g", "h", "kh", "q") or first in VOWELS:
        return head + "ng", 0, ""
    return head, 0, ""


def rhotic(prefix, rest):
    """"ber-", "ter-" and "per-" lose their r before r and before a syllable that ends in "er"."""
    second = rest[len(sound(rest)):]
    closed = second[:2] == "er" and second[2:3] and second[2] not in VOWELS
    return prefix[:2] if rest[0] == "r" or closed and sound(rest) not in VOWELS else prefix


def syllables(part):
    """EYD 1, under the house rule."""
    letters = part.replace("-", "")
    if len(letters) < LONG:
        return letters
    out, seen = "", 0
    for letter in part:
        if letter != "-":
            out += letter
            seen += 1
        elif MARGIN <= seen <= len(letters) - MARGIN:
            out += "-"
    return out


def agreed(formations):
    """The word with the divisions that all its formations have."""
    divided = [formed(one) for one in formations.split("|")]
    letters = divided[0].replace("-", "")
    shared = set.intersection(*map(places, divided))
    return "".join(("-" if at in shared else "") + letter for at, letter in enumerate(letters))


def places(divided):
    """How many letters stand before each hyphen."""
    return {at - earlier for earlier, at in enumerate(
        at for at, letter in enumerate(divided) if letter == "-")}


def formed(formation):
    """The word with its divisions."""
    elements = formation.split("+")
    suffixes = []
    while elements[-1] in SUFFIXES and len(elements) > 1:
        suffixes.insert(0, elements.pop())
    # EYD 1 and 3: the base itself, and between the parts of a compound.
    divided = "-".join(syllables(part) for part in elements.pop().split("&"))
    base_is_next = True
    for prefix in reversed(elements):
        name, kept = prefix.rstrip("!"), prefix.endswith("!")
        rest = divided.replace("-", "")
        lost, added = 0, ""
        if name in ("meN", "peN"):
            name, lost, added = nasal(name[:2], rest, kept or not base_is_next and rest[0] == "p",
                                      base_is_next)
        elif name in ("ber", "ter", "per"):
            name = name if kept else rhotic(name, rest)
        # EYD 2.a between prefix and base; 2.b where the first sound of the base is changed.
        divided = f"{name}-{added}{divided[lost:]}"
        base_is_next = False
    for suffix in suffixes:
        # EYD 2.d: no letter alone, so that "-i" stays with its base.
        divided += suffix if suffix == "i" else f"-{suffix}"
    return divided


def main():
    default = pathlib.Path(__file__).resolve().parents[1] / "data" / "penggal.tsv"
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    wrong = 0
    for word, divided, formations in rows:
        ours = agreed(formations)
        if ours.replace("-", "") != word or ours != divided:
            wrong += 1
            print(f"{word}: daftar {divided}, {formations} menjadi {ours}")
    print(f"{len(rows)} kata, {wrong} berbeda")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
