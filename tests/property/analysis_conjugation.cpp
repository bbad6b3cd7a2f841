// SPDX-License-Identifier: GPL-2.0-or-later
// All forms of a native predicate must be known by one key. A plain conjugator makes them, by the
// rules of 한글 맞춤법 in the direction that grammar books have them; the analyser goes the other
// way.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "common/analysis/core/hangul.hpp"
#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using namespace geul::analysis::core;  // NOLINT: the arithmetic of syllables, all over this file
using geul::test::key_of_word;
using geul::test::syllables_of;
using geul::test::utf8_of;
using Forms = std::vector<std::u16string>;

/// Stems in 르 that lose their ㅡ instead of doubling the ㄹ (제18항 4).
bool is_regular_reu(const std::u16string& stem) {
  static const std::set<std::u16string> regular{u"따르", u"치르", u"들르", u"다다르", u"뒤따르"};
  return regular.count(stem) != 0;
}

bool is_bright(char16_t syllable) {
  const unsigned vowel = vowel_of(syllable);
  return vowel == kA || vowel == kO || vowel == kYa;
}

std::u16string with_last(std::u16string word, char16_t last) {
  word.back() = last;
  return word;
}

/// One native stem with its change, conjugated.
class Conjugator {
 public:
  Conjugator(std::u16string stem, std::string change)
      : stem_(std::move(stem)), change_(std::move(change)) {}

  Forms forms() const {
    Forms all{stem_ + u"고",       stem_ + u"지만",       stem_ + u"던",        formal(),
              before_eu() + u"면", before_eu() + u"니까", before_eu() + u"면서"};
    const std::u16string fused = connective();
    for (const char16_t* ending : {u"서", u"야", u"요"}) all.push_back(fused + ending);
    all.push_back(past() + u"다");
    all.push_back(past() + u"던");
    all.push_back(past() + u"습니다");
    if (stem_.size() > 1) all.push_back(adnominal());
    return all;
  }

 private:
  char16_t last() const { return stem_.back(); }
  bool in_rieul() const { return coda_of(last()) == kRieul; }

  /// ㅂ니다, 습니다; ㄹ falls (제18항 1).
  std::u16string formal() const {
    if (!is_open(last()) && !in_rieul()) return stem_ + u"습니다";
    return with_last(stem_, with_coda(without_coda(last()), kBieup)) + u"니다";
  }

  /// The stem as it is before 으, with the 으 where there is one.
  std::u16string before_eu() const {
    if (is_open(last())) return stem_;
    if (change_ == "ㅂ") return with_last(stem_, without_coda(last())) + u"우";
    if (change_ == "ㅎ") return with_last(stem_, without_coda(last()));
    if (change_ == "ㅅ") return with_last(stem_, without_coda(last())) + u"으";
    if (change_ == "ㄷ" || change_ == "ㄷ으")
      return with_last(stem_, with_coda(without_coda(last()), kRieul)) + u"으";
    return in_rieul() ? stem_ : stem_ + u"으";
  }

  /// Stem and 아/어, fused where they fuse.
  std::u16string connective() const {
    const char16_t eo = is_bright(last()) ? u'아' : u'어';
    if (last() == u'하') return with_last(stem_, u'해');
    if (change_ == "러") return stem_ + u"러";
    if (change_ == "ㅂ")
      return with_last(stem_, without_coda(last())) +
             (stem_ == u"돕" || stem_ == u"곱" ? u"와" : u"워");
    if (change_ == "ㅅ") return with_last(stem_, without_coda(last())) + eo;
    if (change_ == "ㄷ" || change_ == "ㄷ으")
      return with_last(stem_, with_coda(without_coda(last()), kRieul)) + eo;
    if (change_ == "ㅎ") return fused_hieut();
    if (!is_open(last())) return stem_ + eo;
    return fused_vowel();
  }

  std::u16string fused_hieut() const {
    const unsigned vowel = vowel_of(last());
    const unsigned fused = vowel == kA ? kAe : vowel == kYa ? kYae : vowel == kYeo ? kYe : kE;
    return with_last(stem_, compose(lead_of(last()), fused));
  }

  std::u16string fused_vowel() const {
    const unsigned lead = lead_of(last());
    switch (vowel_of(last())) {
      case kO:
        return with_last(stem_, compose(lead, kWa));
      case kU:
        return with_last(stem_, compose(lead, kWo));
      case kI:
        return with_last(stem_, compose(lead, kYeo));
      case kOe:
        return with_last(stem_, compose(lead, kWae));
      case kEu:
        return last() == u'르' && !is_regular_reu(stem_) ? doubled_rieul() : without_eu();
      case kA:
      case kAe:
      case kEo:
      case kE:
      case kYeo:
        return stem_;
      default:
        return stem_ + u"어";
    }
  }

  /// 불러 (제18항 9).
  std::u16string doubled_rieul() const {
    std::u16string word = stem_;
    char16_t& before = word[word.size() - 2];
    const bool bright = is_bright(before);
    before = with_coda(before, kRieul);
    return with_last(word, bright ? u'라' : u'러');
  }

  /// 바빠, 써 (제18항 4).
  std::u16string without_eu() const {
    const bool bright = stem_.size() > 1 && is_bright(stem_[stem_.size() - 2]);
    return with_last(stem_, compose(lead_of(last()), bright ? kA : kEo));
  }

  std::u16string past() const {
    const std::u16string fused = connective();
    return with_last(fused, with_coda(fused.back(), kSsangSiot));
  }

  std::u16string adnominal() const {
    const std::u16string stem = before_eu();
    if (in_rieul() && change_ == "-")
      return with_last(stem_, with_coda(without_coda(last()), kNieun));
    return with_last(stem, with_coda(stem.back(), kNieun));
  }

  std::u16string stem_;
  std::string change_;
};

/// A form that is known by another key than its stem's others, as the file has it.
struct Exception {
  std::string form;
  std::string key;
  friend bool operator<(const Exception& a, const Exception& b) {
    return std::tie(a.form, a.key) < std::tie(b.form, b.key);
  }
};

constexpr const char* kExceptions = "tests/golden/analysis/conjugation.tsv";

/// The key that most of the forms have.
std::string common_key(const std::vector<std::string>& keys) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& key : keys) ++counts[key];
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

struct Paradigms {
  std::size_t stems = 0;
  std::size_t forms = 0;
  std::set<std::string> keys;
  std::set<Exception> exceptions;
};

Paradigms conjugate_all() {
  Paradigms all;
  for (const auto& row : geul::test::read_table("data/korean/predicate_stems.tsv")) {
    const Forms forms = Conjugator(syllables_of(row[0]), row[1]).forms();
    std::vector<std::string> keys;
    for (const std::u16string& form : forms) keys.push_back(key_of_word(utf8_of(form)));
    const std::string common = common_key(keys);
    for (std::size_t i = 0; i < forms.size(); ++i)
      if (keys[i] != common) all.exceptions.insert({utf8_of(forms[i]), keys[i]});
    all.keys.insert(common);
    all.forms += forms.size();
    ++all.stems;
  }
  return all;
}

}  // namespace

TEST_CASE("a native predicate has one key in all its forms but for those that are named") {
  std::set<Exception> named;
  for (const auto& row : geul::test::read_table(kExceptions)) named.insert({row[0], row[1]});
  const Paradigms all = conjugate_all();
  REQUIRE(all.stems > 1'000);
  REQUIRE(all.forms > 14'000);
  for (const Exception& exception : all.exceptions) {
    INFO(exception.form << " has the key " << exception.key << ": mend it, or write the file anew "
                        << "with property-analysis '[.golden]' and read its diff");
    CHECK(named.count(exception) == 1);
  }
  CHECK(named.size() <= all.exceptions.size());
  CHECK(named.size() * 50 < all.forms);
}

TEST_CASE(
    "native predicates that differ have different keys but for those that ㄹ or ㅂ made alike") {
  const Paradigms all = conjugate_all();
  CHECK(all.keys.size() * 100 > all.stems * 95);
}

TEST_CASE("write the exceptions anew", "[.golden]") {
  std::string lines =
      "# SPDX-License-Identifier: GPL-2.0-or-later\n"
      "# Forms of native predicates that do not have their stem's key, mostly because another "
      "word\n"
      "# looks like them. Written by property-analysis '[.golden]'.\nform\tkey\n";
  for (const Exception& exception : conjugate_all().exceptions)
    lines += exception.form + "\t" + exception.key + "\n";
  REQUIRE(geul::write_file(geul::test::project_folder() / kExceptions, lines).has_value());
}
