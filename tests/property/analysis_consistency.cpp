// SPDX-License-Identifier: GPL-2.0-or-later
// A noun with a particle must be known by what the bare noun is known by.
#include <catch2/catch.hpp>
#include <set>

#include "common/analysis/core/josa.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::test::key_of_word;
using geul::test::syllables_of;

/// Nouns of posts: everyday, technical, foreign, places, names.
const std::vector<std::string>& nouns() {
  static const std::vector<std::string> all{
      "학교",     "회사",     "도시",     "바다",       "나무",         "음식",       "김치",
      "여행",     "기차",     "공항",     "도서관",     "박물관",       "시장",       "골목",
      "풍경",     "사진",     "그림",     "음악",       "영화",         "소설",       "편지",
      "일기",     "기억",     "시간",     "아침",       "저녁",         "봄날",       "여름",
      "가을",     "겨울",     "날씨",     "바람",       "햇살",         "구름",       "하늘",
      "강물",     "마을",     "사람",     "친구",       "가족",         "부모",       "동생",
      "선생님",   "학생",     "동료",     "팀장",       "회의실",       "발표",       "질문",
      "대답",     "생각",     "마음",     "느낌",       "이유",         "방법",       "과정",
      "결과",     "문제",     "해결",     "경험",       "배움",         "성장",       "실수",
      "습관",     "목표",     "계획",     "기록",       "정리",         "글쓰기",     "독서",
      "요리",     "된장찌개", "국수",     "커피",       "빵집",         "시골",       "서울",
      "부산",     "제주",     "강릉",     "전주",       "한국",         "일본",       "미국",
      "컬리",     "데브옵스", "키오스크", "데이터",     "데이터베이스", "알고리즘",   "서버",
      "서비스",   "클라우드", "컨테이너", "네트워크",   "프로그램",     "프로그래밍", "프로젝트",
      "프로세스", "스레드",   "메모리",   "디스크",     "파일",         "폴더",       "함수",
      "변수",     "객체",     "클래스",   "인터페이스", "컴파일러",     "라이브러리", "프레임워크",
      "테스트",   "디버깅",   "리팩터링", "배포",       "모니터링",     "로그",       "오류",
      "예외",     "보안",     "암호",     "인증",       "요청",         "응답",       "검색",
      "검색엔진", "색인",     "문서",     "단어",       "형태소",       "조사",       "어미",
      "문장",     "문법",     "번역",     "언어",       "한글",         "글자",       "글꼴",
      "화면",     "버튼",     "이벤트",   "컴포넌트",   "상태",         "성능",       "최적화",
      "캐시",     "인덱스",   "쿼리",     "트랜잭션",   "동기화",       "비동기",     "병렬",
      "정규식",   "블로그",   "커뮤니티", "오픈소스",   "개발자",       "면접",       "이직"};
  return all;
}

bool fits(const std::string& batchim, const std::string& noun) {
  namespace core = geul::analysis::core;
  const char16_t last = syllables_of(noun).back();
  if (batchim == "closed") return core::agrees(core::Batchim::closed, last);
  if (batchim == "open") return core::agrees(core::Batchim::open, last);
  if (batchim == "open-or-rieul") return core::agrees(core::Batchim::open_or_rieul, last);
  return true;
}

}  // namespace

TEST_CASE("a noun keeps its key under every particle that agrees with it") {
  const auto particles = geul::test::read_table("data/korean/particles.tsv");
  REQUIRE(particles.size() > 50);
  std::size_t tried = 0;
  std::string exceptions;
  std::size_t failed = 0;
  for (const std::string& noun : nouns()) {
    const std::string key = key_of_word(noun);
    for (const auto& particle : particles) {
      if (!fits(particle[1], noun)) continue;
      ++tried;
      const std::string other = key_of_word(noun + particle[0]);
      if (other == key) continue;
      ++failed;
      if (failed <= 60) exceptions += " " + noun + particle[0] + "=" + other;
    }
  }
  WARN(nouns().size() << " nouns, " << tried << " forms, " << failed
                      << " exceptions:" << exceptions);
  CHECK(nouns().size() >= 150);
  CHECK(tried > 5'000);
  CHECK(failed * 100 <= tried);
}
