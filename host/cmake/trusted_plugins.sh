#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: trusted_plugins.sh OUTPUT HASH_FILE...    a C++ initialiser line for each file; OUTPUT changes only when it must
set -eu
output=$1
shift
for file in "$@"; do
  sed 's/^\([^ ]*\) \(.*\)$/{"\1", "\2"},/' "$file"
done >"$output.new"
if cmp -s "$output.new" "$output"; then rm "$output.new"; else mv "$output.new" "$output"; fi
