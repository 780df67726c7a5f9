// SPDX-License-Identifier: MIT
#include "plugins/exported_symbols.hpp"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace orienta {
namespace {

template <class T>
std::optional<T> read_at(std::string_view bytes, std::uint64_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return {};
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

std::string_view part(std::string_view bytes, const Elf64_Shdr& section) {
  if (section.sh_offset > bytes.size()) return {};
  return bytes.substr(section.sh_offset, section.sh_size);
}

std::optional<Elf64_Shdr> section(std::string_view bytes, const Elf64_Ehdr& head, std::uint32_t index) {
  if (index >= head.e_shnum || head.e_shentsize < sizeof(Elf64_Shdr)) return {};
  return read_at<Elf64_Shdr>(bytes, head.e_shoff + std::uint64_t{index} * head.e_shentsize);
}

bool is_shown(const Elf64_Sym& symbol) {
  const auto binding = ELF64_ST_BIND(symbol.st_info);
  const auto visibility = ELF64_ST_VISIBILITY(symbol.st_other);
  return symbol.st_shndx != SHN_UNDEF && binding != STB_LOCAL &&
         (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

std::string name_at(std::string_view names, std::uint32_t offset) {
  if (offset >= names.size()) return "?";
  names.remove_prefix(offset);
  return std::string(names.substr(0, names.find('\0')));
}

}  // namespace

Result<std::vector<std::string>> exported_symbols(std::string_view library) {
  const auto unreadable = [] { return failure(ErrorKind::kInput, msg("plugins.check-no-library")); };
  const auto head = read_at<Elf64_Ehdr>(library, 0);
  if (!head || std::memcmp(head->e_ident, ELFMAG, SELFMAG) != 0 || head->e_ident[EI_CLASS] != ELFCLASS64 ||
      head->e_ident[EI_DATA] != ELFDATA2LSB)
    return unreadable();
  for (std::uint32_t i = 0; i < head->e_shnum; ++i) {
    const auto table = section(library, *head, i);
    if (!table) return unreadable();
    if (table->sh_type != SHT_DYNSYM) continue;
    const auto names = section(library, *head, table->sh_link);
    if (!names) return unreadable();
    const std::string_view symbols = part(library, *table);
    std::vector<std::string> shown;
    for (std::uint64_t at = 0; symbols.size() - at >= sizeof(Elf64_Sym); at += sizeof(Elf64_Sym))
      if (const auto symbol = read_at<Elf64_Sym>(symbols, at); is_shown(*symbol))
        shown.push_back(name_at(part(library, *names), symbol->st_name));
    std::ranges::sort(shown);
    return shown;
  }
  return unreadable();
}

}  // namespace orienta
