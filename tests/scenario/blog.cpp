// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/scenario/blog.hpp"

#include <stdexcept>

#include "common/base/format.hpp"

namespace geul::test {

RunResult geul_index(const std::vector<std::string>& arguments, const RunOptions& options) {
  return run(GEUL_INDEX_PROGRAM, arguments, options);
}

RunResult geul_query(const std::vector<std::string>& arguments, const RunOptions& options) {
  return run(GEUL_QUERY_PROGRAM, arguments, options);
}

void Blog::post(std::string_view name, std::string_view bytes) const {
  folder_.write("posts/" + std::string(name), bytes);
}

void Blog::remove(std::string_view name) const {
  std::filesystem::remove(posts() / name);
}

RunResult Blog::build(const std::vector<std::string>& more, const RunOptions& options) const {
  std::vector<std::string> arguments{"build", posts(), "--db", database()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return geul_index(arguments, options);
}

RunResult Blog::query(std::vector<std::string> arguments, const RunOptions& options) const {
  arguments.insert(arguments.begin(), {"--db", database()});
  return geul_query(arguments, options);
}

std::vector<std::string> Blog::ids(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--format", "json"});
  return hit_strings(json_of(query(arguments)), "id");
}

std::string markdown(std::string_view title, std::string_view date, std::string_view tags,
                     std::string_view body) {
  return format("---\ntitle: {}\ndate: {}\ntags: [{}]\n---\n\n{}\n", title, date, tags, body);
}

Json json_of(const RunResult& result) {
  auto json = parse_json(result.out);
  if (!json) throw std::runtime_error("not JSON: " + result.out + result.err);
  return *json;
}

std::vector<std::string> hit_strings(const Json& answer, const char* key) {
  std::vector<std::string> strings;
  for (const Json& hit : answer.at("hits")) strings.push_back(hit.at(key));
  return strings;
}

}  // namespace geul::test
