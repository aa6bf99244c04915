#!/bin/sh
# GNU parallel, pada mesin ini atau beberapa mesin dengan folder bersama (-S mesin1,mesin2).
# Bagian yang gagal atau terhenti diulang dengan menjalankan berkas ini lagi.
set -eu
jumlah=${1:-4}
folder=$(dirname "$0")
: "${HASIL:=hasil/massal}"
mkdir -p "$HASIL"
seq "$jumlah" | parallel --joblog "$HASIL/pekerjaan.log" --resume-failed --retries 2 \
    ${MESIN:+-S "$MESIN" --workdir "$PWD"} "$folder/bagian.sh" {} "$jumlah"
exec naskah gabung "$HASIL"/bagian-*.jsonl --out-dir "$HASIL/naskah" -o "$HASIL/semua.jsonl" --force
