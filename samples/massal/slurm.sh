#!/bin/sh
#SBATCH --job-name=naskah
#SBATCH --array=1-4
#SBATCH --cpus-per-task=2
#SBATCH --requeue
# Sesudah larik selesai: naskah gabung hasil/massal/bagian-*.jsonl --out-dir hasil/massal/naskah
set -eu
exec "${SLURM_SUBMIT_DIR:-.}/samples/massal/bagian.sh" "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT"
