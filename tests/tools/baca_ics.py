#!/usr/bin/env python3
"""Membaca iCalendar: satu baris untuk tiap peristiwa, dengan hari mulai, hari akhir, dan judulnya."""
import sys

import icalendar

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    for event in calendar.walk("VEVENT"):
        assert event.get("uid") and event.get("dtstamp"), event
        print(event.decoded("dtstart"), event.decoded("dtend"), event.get("summary"), sep="\t")
