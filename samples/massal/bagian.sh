#!/bin/sh
# Satu bagian dari cetak massal: bagian.sh NOMOR JUMLAH
# Dijalankan lagi, bagian itu dilanjutkan: yang sudah jadi dan tidak berubah dibiarkan.
set -eu
nomor=$1
jumlah=$2
: "${DATA:=samples/perencanaan-kerja-sama/rencana.csv}"
: "${DASAR:=samples/perencanaan-kerja-sama/lengkap.toml}"
: "${POLA:={unit\}/{tahun\}-{baris\}}"
: "${HASIL:=hasil/massal}"
mkdir -p "$HASIL"
exec naskah render --data "$DATA" --base "$DASAR" -o "$POLA" --out-dir "$HASIL/naskah" \
    --shard "$nomor/$jumlah" --manifest "$HASIL/bagian-$nomor.jsonl" --resume
