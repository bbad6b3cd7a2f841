// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/analysis/analyzer.hpp"
#include "common/base/hash.hpp"
#include "common/index/writer.hpp"
#include "tests/fuzz/scratch_folder.hpp"

namespace geul::fuzz {

inline index::Document post_of(const char* id, const char* title, const char* text,
                               const char* tag) {
  index::Document document;
  document.id = DocumentId(id);
  document.path = id;
  document.title = title;
  document.tags = {tag};
  document.date = from_iso("2022-07-28");
  document.sections.push_back({"", 0, "", 0, text, ""});
  return document;
}

/// Writes a database of a few posts into the folder. Returns where it is.
inline std::string small_index(const ScratchFolder& folder) {
  std::string database = (folder / "db").string();
  auto writer = index::Writer::open(database, index::OpenMode::replace);
  expect(writer.has_value(), "a database can be written");
  analysis::Analyzer analyzer;
  for (const index::Document& document :
       {post_of("1", "쿠버네티스 운영", "클러스터를 kubernetes로 관리한다. SRE팀이 본다.", "운영"),
        post_of("2", "작은 검색엔진", "주말에 검색 엔진을 만들었다. 알고리즘과 데이터베이스.",
                "검색"),
        post_of("3", "컬리 장보기", "컴퓨터로 콘텐츠를 본다. 회원이 100000명이다. 모레 만나자.",
                "일상"),
        post_of("4", "값이 닭알을", "함수를 부른다 과일 괴물 의자 node.js C++ 韓國 2022", "검색")})
    expect(writer->put({document, ContentHash(hash128("1")), analyzer}).has_value(), "a post");
  expect(writer->commit().has_value(), "a commit");
  return database;
}

}  // namespace geul::fuzz
