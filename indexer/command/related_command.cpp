// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "common/base/json.hpp"
#include "common/cli/report.hpp"
#include "common/cli/terminal.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/related.hpp"

namespace geul::indexer {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json json_of(const index::PostName& post) {
  return {{"id", post.id.str()}, {"url", text_or_null(post.url)}, {"title", post.title}};
}

Json json_of(const RelatedPosts& posts) {
  Json json = json_of(posts.post);
  json["related"] = Json::array();
  for (const RelatedPost& related : posts.related) {
    json["related"].push_back(json_of(related.post));
    json["related"].back()["score"] = related.likeness;
  }
  return json;
}

/// Lines as they come, or one object with all of them.
class RelatedOutput {
 public:
  explicit RelatedOutput(bool lines) : lines_(lines) {}

  void take(const RelatedPosts& posts) {
    if (lines_)
      text_ += to_json_text(json_of(posts)) + '\n';
    else
      all_.push_back(json_of(posts));
  }
  [[nodiscard]] std::string text() const {
    return lines_ ? text_ : to_json_text({{"format", 1}, {"posts", all_}}, 2) + '\n';
  }

 private:
  bool lines_;
  std::string text_;
  Json all_ = Json::array();
};

}  // namespace

cli::Command related_table(Arguments& arguments) {
  cli::Command command;
  command.name = "related";
  command.summary =
      "Write for every post those that are like it, for a list of related posts on its page.";
  command.options = {read_database_option(arguments),
                     cli::per_call({"--format",
                                    "",
                                    &arguments.related_format,
                                    "one object a post and line, or one object",
                                    {"jsonl", "json"}}),
                     {"--limit", "N", &arguments.limit, "related posts of each, 5 when not given"}};
  command.examples = {"geul-index related --db .geul > _data/related.jsonl"};
  return command;
}

ExitStatus run_related(const Arguments& arguments) {
  const auto database = database_to_read(arguments);
  if (!database) return failed(database.error(), arguments);
  auto reader = index::Reader::open({*database});
  if (!reader) return failed(reader.error(), arguments);
  RelatedOutput output(arguments.related_format == "jsonl");
  const auto done = visit_related(*reader, arguments.limit,
                                  [&](const RelatedPosts& posts) { output.take(posts); });
  if (!done) return failed(done.error(), arguments);
  const auto written = cli::write_output(output.text());
  return written ? ExitStatus::done : failed(written.error());
}

}  // namespace geul::indexer
