// SPDX-License-Identifier: MIT
#include "base/catalogue.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/limits.hpp"
#include "base/mo.hpp"
#include "base/os.hpp"
#include "base/utf8.hpp"

namespace orienta {
namespace {

/// The plural form for a whole number, in the order every catalogue of that language has them (Unicode CLDR,
/// "Language Plural Rules"): one, other; in Russian and Polish one, few, many.
std::size_t plural_form(Lang lang, std::uint64_t n) {
  if (lang == Lang::kEn) return n == 1 ? 0 : 1;
  const bool few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
  const bool one = lang == Lang::kPl ? n == 1 : n % 10 == 1 && n % 100 != 11;
  return one ? 0 : few ? 1 : 2;
}

std::size_t plural_form(Lang lang, const Argument* n) {
  constexpr double kAnyWhole = 1e15;
  if (n == nullptr) return 0;
  if (const auto* whole = std::get_if<std::int64_t>(&n->value())) {
    const auto bits = static_cast<std::uint64_t>(*whole);
    return plural_form(lang, *whole < 0 ? 0 - bits : bits);
  }
  const auto* real = std::get_if<double>(&n->value());
  if (real == nullptr) return 0;
  const double size = std::abs(*real);
  // The second form serves fractions too: "1.5 days", «1,5 дня», „1,5 dnia”.
  return size < kAnyWhole && std::trunc(size) == size ? plural_form(lang, static_cast<std::uint64_t>(size))
                                                      : 1;
}

/// The form of that number, or the last one of an entry that has fewer.
std::string_view form_of(std::string_view forms, std::size_t form) {
  for (; form > 0; --form) {
    const auto end = forms.find('\0');
    if (end == std::string_view::npos) break;
    forms.remove_prefix(end + 1);
  }
  return forms.substr(0, forms.find('\0'));
}

std::string in_full(double value) {
  const double size = std::abs(value);
  const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
  std::array<char, 64> text{};
  const auto [end, error] =
      plain ? std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed)
            : std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end};
}

struct InFull {
  Lang lang;
  std::string operator()(const Word& value) const { return value.code; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return in_full(value); }
  std::string operator()(const std::string& value) const { return printable(value); }
  std::string operator()(const LocalText& value) const { return printable(value.in(lang)); }
};

std::optional<double> number_in(const Argument& argument) {
  if (const auto* whole = std::get_if<std::int64_t>(&argument.value())) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&argument.value())) return *real;
  return std::nullopt;
}

/// An argument as `format` says: "" as it is, "%" or ".N". Nothing when the format is none of these.
std::optional<std::string> formatted(const Argument& argument, std::string_view format, Lang lang) {
  const bool decimals = format.size() == 2 && format[0] == '.' && format[1] >= '0' && format[1] <= '9';
  if (!format.empty() && format != "%" && !decimals) return std::nullopt;
  const auto number = number_in(argument);
  if (format.empty() || !number) return std::visit(InFull{lang}, argument.value());
  if (format == "%") return display_number(*number * 100, 0, lang) + " %";
  return display_number(*number, format[1] - '0', lang);
}

/// The text of a placeholder, given what stands between the braces.
std::optional<std::string> placeholder(const Message& message, std::string_view inside, Lang lang) {
  const auto colon = inside.find(':');
  const Argument* argument = message.find(inside.substr(0, colon));
  if (argument == nullptr) return std::nullopt;
  return formatted(*argument, colon == std::string_view::npos ? "" : inside.substr(colon + 1), lang);
}

std::string filled(std::string_view sentence, const Message& message, Lang lang) {
  std::string text;
  while (true) {
    const auto open = sentence.find('{');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) return text;
    sentence.remove_prefix(open);
    const auto close = sentence.find('}');
    const auto value = close == std::string_view::npos
                           ? std::nullopt
                           : placeholder(message, sentence.substr(1, close - 1), lang);
    text += value.value_or("{");
    sentence.remove_prefix(value ? close + 1 : 1);
  }
}

std::string without_words(const Message& message, Lang lang) {
  std::string text = message.code;
  const char* between = " (";
  for (const auto& [name, argument] : message.arguments) {
    text += between + name + '=' + std::visit(InFull{lang}, argument.value());
    between = ", ";
  }
  if (!message.arguments.empty()) text += ')';
  return text;
}

}  // namespace

struct Catalogue::Entries {
  Lang lang;
  std::deque<std::string> files;  ///< what `texts` looks into; a deque never moves its strings
  std::unordered_map<std::string_view, std::string_view> texts;
};

Catalogue::Catalogue(Lang lang) : entries_(std::make_unique<Entries>(Entries{lang, {}, {}})) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

Status Catalogue::add(const std::filesystem::path& folder) {
  const auto path = folder / (std::string(code_of(lang())) + ".mo");
  auto bytes = os::read_file(path, limits::kCatalogueBytes);
  if (!bytes) return failure(std::move(bytes.error()));
  return add_bytes(*std::move(bytes), path.string());
}

Status Catalogue::add_bytes(std::string bytes, std::string_view name) {
  const Where where{std::string(name)};
  if (bytes.size() > limits::kCatalogueBytes)
    return failure(os::too_large(limits::kCatalogueBytes, where.file));
  // Read where the bytes will stay: the entries are views of them.
  entries_->files.push_back(std::move(bytes));
  const auto read = read_mo(entries_->files.back());
  if (!read) {
    entries_->files.pop_back();
    return failure(ErrorKind::kCorrupt, msg("base.catalogue-damaged"), where);
  }
  for (const MoEntry& entry : *read)
    if (!entry.id.empty() && !entry.text.empty()) entries_->texts.emplace(entry.id, entry.text);
  return {};
}

Lang Catalogue::lang() const {
  return entries_->lang;
}

bool Catalogue::has(std::string_view code) const {
  return entries_->texts.contains(code);
}

std::string Catalogue::text(const Message& message) const {
  const auto found = entries_->texts.find(message.code);
  if (found == entries_->texts.end()) return without_words(message, lang());
  return filled(form_of(found->second, plural_form(lang(), message.find("n"))), with_words(message), lang());
}

Message Catalogue::with_words(const Message& message) const {
  Message spelled{message.code, {}};
  for (const auto& [name, argument] : message.arguments) {
    const auto* code = std::get_if<Word>(&argument.value());
    spelled.arguments.emplace_back(name,
                                   code == nullptr ? argument : Argument(text(Message{code->code, {}})));
  }
  return spelled;
}

std::string Catalogue::text(const Problem& problem) const {
  const Where& where = problem.where;
  std::string place = printable(where.file);
  for (const std::uint32_t number : {where.line, where.column}) {
    if (number == 0) break;
    if (!place.empty()) place += ':';
    place += std::to_string(number);
  }
  if (!place.empty()) place += ": ";
  return place + text(problem.message);
}

}  // namespace orienta
