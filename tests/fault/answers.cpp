// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/answers.hpp"

#include <stdexcept>

#include "tests/scenario/blog.hpp"

namespace geul::test {

Answer run_in_time(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                   const RunOptions& options) {
  try {
    RunResult result = run(program, arguments, options);
    return {result.status, std::move(result.out), std::move(result.err)};
  } catch (const std::runtime_error& late) {
    return {kHangs, "", late.what()};
  }
}

const std::vector<std::vector<std::string>>& questions() {
  static const std::vector<std::vector<std::string>> all{
      {"고양이 산책", "--limit", "20"},
      {"\"고양이가 산책한다\"", "--limit", "20"},
      {"title:검색", "--explain"},
      {"말1* -말77"},
      {"쿠버네티즈"},
      {"배포", "--tag", "운영", "--since", "2024-02"},
      {"--facets"},
      {"서버", "--sort", "newest", "--facets", "--limit", "30"},
      {"--suggest", "검색"},
      {"--similar", "a007.md"},
  };
  return all;
}

Answer answer_of(const std::filesystem::path& database, const std::vector<std::string>& question,
                 const RunOptions& options) {
  std::vector<std::string> arguments{"--db", database, "--format", "json"};
  arguments.insert(arguments.end(), question.begin(), question.end());
  return run_in_time(GEUL_QUERY_PROGRAM, arguments, options);
}

Answers answers_of(const std::filesystem::path& database, const RunOptions& options) {
  Answers answers;
  for (const auto& question : questions())
    answers.push_back(answer_of(database, question, options));
  return answers;
}

bool is_helpful_error(int status, const std::string& err) {
  return status == 2 && err.find("hint: ") != std::string::npos;
}

Answer check_of(const std::filesystem::path& database, const RunOptions& options) {
  return run_in_time(GEUL_INDEX_PROGRAM, {"check", "--db", database}, options);
}

}  // namespace geul::test
