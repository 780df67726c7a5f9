#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: package_hash.sh FOLDER                 print the hash of a plugin package
#        package_hash.sh --write FOLDER FILE    also write it into plugin.yaml, and "<folder name> <hash>" into FILE
#
# The hash of a package is BLAKE2b-256 over one line "<hex>  <relative path>" for every regular file in it, sorted by
# the bytes of the path, where <hex> is the BLAKE2b-256 of the file. plugin.yaml, which carries the hash, counts
# without its line that begins with "hash:".
set -eu

blake2b() { b2sum -l 256 | cut -d' ' -f1; }

package_hash() {
  (
    cd "$1"
    find . -type f | sed 's|^\./||' | LC_ALL=C sort | while IFS= read -r path; do
      if [ "$path" = plugin.yaml ]; then
        printf '%s  %s\n' "$(sed '/^hash:/d' "$path" | blake2b)" "$path"
      else
        printf '%s  %s\n' "$(blake2b <"$path")" "$path"
      fi
    done | blake2b
  )
}

if [ "$1" != --write ]; then
  package_hash "$1"
  exit
fi
folder=$2
# The manifest ends in a line feed before the hash is taken, so that the line added below leaves it as it was.
manifest=$(sed '/^hash:/d' "$folder/plugin.yaml")
printf '%s\n' "$manifest" >"$folder/plugin.yaml"
hash=$(package_hash "$folder")
printf 'hash: %s\n' "$hash" >>"$folder/plugin.yaml"
printf '%s %s\n' "$(basename "$folder")" "$hash" >"$3"
