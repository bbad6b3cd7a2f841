// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/josa.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace core = geul::analysis::core;

namespace {

std::string kept(const std::string& word, core::Attachment attachment = core::Attachment::none) {
  const std::u16string run = geul::test::syllables_of(word);
  const core::Particles particles = core::strip_particles({run.data(), run.size()}, attachment);
  CHECK(particles.kept + particles.length == run.size());
  return geul::test::utf8_of(std::u16string_view(run).substr(0, particles.kept));
}

}  // namespace

TEST_CASE("syllables come apart and together") {
  for (char32_t c = core::kFirstSyllable; c <= core::kLastSyllable; ++c) {
    const auto s = static_cast<char16_t>(c);
    REQUIRE(core::compose(core::lead_of(s), core::vowel_of(s), core::coda_of(s)) == s);
    REQUIRE(core::is_open(core::without_coda(s)));
  }
}

TEST_CASE("particles agree with the final consonant before them") {
  CHECK(kept("학교에서는") == "학교");
  CHECK(kept("사과은") == "사과은");
  CHECK(kept("책상는") == "책상는");
  CHECK(kept("서울로") == "서울");
  CHECK(kept("부산로") == "부산로");
  CHECK(kept("부산으로") == "부산");
}

TEST_CASE("up to three particles fall, and two syllables stay but where the table allows one") {
  CHECK(kept("부산에서까지만") == "부산");
  CHECK(kept("주의") == "주의");
  CHECK(kept("집에서는") == "집");
  CHECK(kept("우리나라는") == "우리나라");
}

TEST_CASE("only behind a word a run may be particles alone") {
  const std::u16string run = u"에서는";
  CHECK(core::is_bare_particle({run.data(), run.size()}, core::Attachment::word));
  CHECK_FALSE(core::is_bare_particle({run.data(), run.size()}, core::Attachment::none));
  const std::u16string team = u"팀이";
  CHECK_FALSE(core::is_bare_particle({team.data(), team.size()}, core::Attachment::word));
}
