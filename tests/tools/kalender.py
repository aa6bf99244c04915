#!/usr/bin/env python3
"""Hari libur pada schemas/kalender/ dibandingkan dengan pustaka `holidays`.

    kalender.py BERKAS NEGARA [WILAYAH]

Mencetak tanggal yang hanya ada pada salah satunya: `+` hanya pada berkas kita, `-` hanya pada pustaka.
"""
import sys
import tomllib

import holidays


def main() -> None:
    path, country, *region = sys.argv[1:]
    with open(path, "rb") as file:
        years = tomllib.load(file)["tahun"]
    ours = set()
    for year in years:
        ours |= {day["tanggal"] for day in year["libur"]} | set(year.get("cuti_bersama", []))
    kinds = ["public", "government"] if country == "ID" else ["public"]
    known = holidays.country_holidays(
        country,
        subdiv=region[0] if region else None,
        years=[year["tahun"] for year in years],
        categories=kinds,
    )
    theirs = set(known)
    for day in sorted(ours ^ theirs):
        print("+" if day in ours else "-", day, known.get(day, ""))


main()
