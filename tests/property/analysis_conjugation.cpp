// SPDX-License-Identifier: GPL-2.0-or-later
// All forms of a native predicate must be known by one key. A plain conjugator makes them, by the
// rules of 한글 맞춤법 in the direction that grammar books have them; the analyser goes the other
// way.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "common/analysis/core/hangul.hpp"
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
    const unsigned fused = vowel == kA ? kAe : vowel == kYa ? kYae : kE;
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

}  // namespace

TEST_CASE("a native predicate has one key in all its forms") {
  const auto rows = geul::test::read_table("data/korean/predicate_stems.tsv");
  REQUIRE(rows.size() > 500);
  std::size_t tried = 0;
  std::size_t failed = 0;
  std::string exceptions;
  for (const auto& row : rows) {
    const Forms forms = Conjugator(syllables_of(row[0]), row[1]).forms();
    const std::string key = key_of_word(utf8_of(forms.front()));
    for (const std::u16string& form : forms) {
      const std::string other = key_of_word(utf8_of(form));
      ++tried;
      if (other == key) continue;
      if (++failed <= 120)
        exceptions += " " + row[0] + ": " + utf8_of(form) + "=" + other + "/" + key;
    }
  }
  WARN(rows.size() << " stems, " << tried << " forms, " << failed << " exceptions:" << exceptions);
  CHECK(failed * 50 <= tried);
}
