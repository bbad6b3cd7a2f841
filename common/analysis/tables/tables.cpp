// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/tables/tables.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "common/analysis/tables/rows.hpp"
#include "common/base/format.hpp"

namespace geul::analysis::tables {
namespace {

using Forms = std::vector<std::u16string>;

const std::vector<std::string> kBatchim = {"any", "closed", "open", "open-or-rieul", "ha"};
const std::vector<std::string> kTrust = {"none", "long", "known", "weak", "one", "sure"};
const std::vector<std::string> kChange = {"-", "ㅂ", "ㄷ", "ㄷ으", "ㅅ", "ㅎ", "러"};
const std::vector<std::string> kBehind = {"어", "지", "고", "어/고", "게", "ㄹ"};

std::string emit(char16_t syllable) {
  return geul::format("0x{:04X}", static_cast<unsigned>(syllable));
}

std::string emit(const std::u16string& form) {
  std::string text;
  for (const char16_t c : form) text += (text.empty() ? "" : ", ") + emit(c);
  return geul::format("{{{{{}}}, {}}}", text, form.size());
}

/// The final consonant's index in a syllable (Unicode, 3.12) of a leading ㄴ ㄹ ㅁ ㅂ.
unsigned coda_of(const std::u16string& form) {
  switch (form.empty() ? u'\0' : form.front()) {
    case u'ㄴ':
      return 4;
    case u'ㄹ':
      return 8;
    case u'ㅁ':
      return 16;
    case u'ㅂ':
      return 17;
    default:
      return 0;
  }
}

bool before(const Entry& a, const Entry& b) {
  const char16_t last_a = a.form.empty() ? u'\0' : a.form.back();
  const char16_t last_b = b.form.empty() ? u'\0' : b.form.back();
  if (last_a != last_b) return last_a < last_b;
  if (a.form.size() != b.form.size()) return a.form.size() > b.form.size();
  return std::pair(a.kind, a.form) < std::pair(b.kind, b.form);
}

Table sorted(const char* type, const char* name, std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(), before);
  return {type, name, std::move(entries)};
}

Table particles(const std::string& folder) {
  const std::vector<std::string> columns = {"form",  "batchim", "short_stem",
                                            "above", "kind",    "count"};
  std::vector<Entry> entries;
  for (const Row& row : read_rows(folder + "/particles.tsv", columns)) {
    const std::u16string form = row.form(0);
    const std::string& kind = row.cells[4];
    const bool topic = kind == "보조사" || kind == "관형격" || kind == "서술격";
    const std::vector<std::size_t> values = {row.choice(1, kBatchim),
                                             row.choice(2, {"0", "ㄹ", "1", "2"}),
                                             row.choice(3, {"none", "topic", "any"}), topic};
    entries.push_back({form, 0,
                       geul::format("{{{}, static_cast<Batchim>({}), static_cast<ShortStem>({}), "
                                    "static_cast<Above>({}), {}}}",
                                    emit(form), values[0], values[1], values[2], topic),
                       values});
  }
  return sorted("Particle", "kParticles", std::move(entries));
}

Forms forms(const std::string& file, const std::vector<std::string>& columns,
            Row::Coda coda = Row::Coda::refused) {
  Forms result;
  for (const Row& row : read_rows(file, columns)) result.push_back(row.form(0, coda));
  return result;
}

Entry ending(const Row& row, const std::set<std::u16string>& copular) {
  std::u16string form = row.form(0, Row::Coda::allowed);
  const bool before_copula = copular.count(form) != 0;
  const unsigned coda = coda_of(form);
  if (coda != 0) form.erase(0, 1);
  const std::size_t batchim = row.choice(1, kBatchim);
  const std::size_t trust = row.choice(2, kTrust);
  return {form,
          coda != 0 ? 0U : 1U,
          geul::format("{{{}, {}, static_cast<Batchim>({}), static_cast<Trust>({}), false, {}}}",
                       emit(form), coda, batchim, trust, before_copula),
          {coda, batchim, trust, 0, before_copula}};
}

Entry fused_ending(const Row& row) {
  const std::u16string form = row.form(0, Row::Coda::refused, Row::Empty::allowed);
  const std::size_t trust = row.choice(1, kTrust);
  return {form,
          2,
          geul::format("{{{}, 0, Batchim::open, static_cast<Trust>({}), true, false}}", emit(form),
                       trust),
          {0, 2, trust, 1, 0}};
}

Table endings(const std::string& folder) {
  const Forms copular = forms(folder + "/copula_endings.tsv", {"form"}, Row::Coda::allowed);
  const std::set<std::u16string> set(copular.begin(), copular.end());
  std::vector<Entry> entries;
  for (const Row& row :
       read_rows(folder + "/endings.tsv", {"form", "batchim", "trust", "kind", "count"}))
    entries.push_back(ending(row, set));
  for (const Row& row : read_rows(folder + "/fused_endings.tsv", {"form", "trust", "count"}))
    entries.push_back(fused_ending(row));
  return sorted("Ending", "kEndings", std::move(entries));
}

Table suffixes(const char* name, const Forms& list) {
  std::vector<Entry> entries;
  for (const std::u16string& form : list) entries.push_back({form, 0, emit(form), {}});
  return sorted("Form", name, std::move(entries));
}

/// Rows of a form and one of a few values.
std::vector<Entry> choices(const std::string& file, const std::vector<std::string>& columns,
                           const char* type, const std::vector<std::string>& values) {
  std::vector<Entry> entries;
  for (const Row& row : read_rows(file, columns)) {
    const std::size_t value = row.choice(1, values);
    entries.push_back({row.form(0),
                       0,
                       geul::format("{{{}, static_cast<{}>({})}}", emit(row.form(0)), type, value),
                       {value}});
  }
  return entries;
}

Table auxiliaries(const std::string& folder) {
  std::vector<Entry> entries =
      choices(folder + "/auxiliaries.tsv", {"form", "behind", "count"}, "Behind", kBehind);
  return sorted("Auxiliary", "kAuxiliaries", std::move(entries));
}

Table native_stems(const std::string& folder) {
  std::vector<Entry> entries =
      choices(folder + "/predicate_stems.tsv", {"stem", "change"}, "Change", kChange);
  return sorted("NativeStem", "kNativeStems", std::move(entries));
}

Table whole_nouns(const std::string& folder) {
  std::vector<Entry> entries =
      choices(folder + "/whole_nouns.tsv", {"form", "match"}, "bool", {"word", "end"});
  return sorted("WholeNoun", "kWholeNouns", std::move(entries));
}

Table syllables(const char* name, const std::vector<Row>& rows) {
  std::vector<Entry> entries;
  for (const Row& row : rows) {
    const std::u16string form = row.form(0);
    if (form.size() != 1) row.reject("not one syllable");
    entries.push_back({form, 0, emit(form.front()), {}});
  }
  return sorted("char16_t", name, std::move(entries));
}

void add_function_words(const std::string& folder, std::vector<Table>& tables) {
  const std::vector<std::string> kinds = {"prefix", "key", "word"};
  Forms lists[3];
  for (const Row& row : read_rows(folder + "/function_words.tsv", {"form", "match"}))
    lists[row.choice(1, kinds)].push_back(row.form(0));
  tables.push_back(suffixes("kFunctionPrefixes", lists[0]));
  tables.push_back(suffixes("kFunctionKeys", lists[1]));
  tables.push_back(suffixes("kFunctionWords", lists[2]));
}

}  // namespace

std::vector<Table> read_tables(const std::string& folder) {
  std::vector<Table> tables = {
      particles(folder),
      endings(folder),
      suffixes("kNominalParticles", forms(folder + "/nominal_particles.tsv", {"form"})),
      suffixes("kVerbalisers", forms(folder + "/verbalisers.tsv", {"form", "count"})),
      auxiliaries(folder),
      native_stems(folder),
      whole_nouns(folder),
      syllables("kStemFinals", read_rows(folder + "/stem_finals.tsv", {"syllable"}))};
  add_function_words(folder, tables);
  return tables;
}

}  // namespace geul::analysis::tables
