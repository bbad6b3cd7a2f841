// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/pathological/hostile_inputs.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "tests/support/repeated.hpp"

namespace geul::test {
namespace {

constexpr std::size_t kThousand = 1000;
constexpr std::size_t kMillion = 1'000'000;

/// "t0", "t1" … with `before` and `after` around each.
std::string numbered(std::string_view before, std::string_view after, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text.append(format("{}{}{}", before, i, after));
  return text;
}

std::string yaml(std::string_view front_matter) {
  return format("---\ntitle: 글\n{}\n---\n글\n", front_matter);
}

/// Levels of ten aliases each, down to a word.
std::string alias_bomb(std::size_t levels) {
  std::string text = "a0: &a0 [x, x]";
  for (std::size_t i = 1; i < levels; ++i)
    text += format("\na{0}: &a{0} [{1}]", i, times(format("*a{}, ", i - 1), 10));
  return yaml(text);
}

std::string repeated_text(std::size_t n) {
  return yaml("a: &a " + times("긴 글 ", 15'000) + "\nb: [" + times("*a, ", n) + "]");
}

std::string nested_keys(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += std::string(i % 256, ' ') + "a:\n";
  return yaml(text);
}

std::string nested_lists(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += std::string(2 * (i % 128), ' ') + "- 가\n";
  return text;
}

void add_repeated(std::vector<HostileInput>& inputs, const char* name, std::string piece,
                  std::size_t small, std::size_t large) {
  inputs.push_back({name, "post.md", small, large, kNever,
                    [piece = std::move(piece)](std::size_t n) { return times(piece, n); }});
}

/// Here n is in bytes.
void add_lines(std::vector<HostileInput>& inputs) {
  const auto add = [&](const char* name, std::string piece, std::size_t large) {
    const std::size_t bytes = piece.size();
    inputs.push_back(
        {name, "post.md", kMillion / 4, large, kNever,
         [piece = std::move(piece), bytes](std::size_t n) { return times(piece, n / bytes); }});
  };
  add("a line of prose", "검색 엔진은 글을 나눈다. ", 4 * kMillion);
  add("a line of 25 and of 100 MB", "검색 엔진은 글을 나눈다. ", 25 * kMillion);
  inputs.back().small = 0;
  add("a line without a space", "x", 4 * kMillion);
  add("은은은은", "은", 4 * kMillion);
  add("은 은 은 은", "은 ", 4 * kMillion);
  add("lone consonants", "ㅋ", 4 * kMillion);
  add("lone initials (conjoining)", "\u1100", 4 * kMillion);
  add("lone vowels (conjoining)", "\u1161", 4 * kMillion);
  add("lone finals (conjoining)", "\u11A8", 4 * kMillion);
  add("marks on one letter", "\u0301", 4 * kMillion);
  add("marks out of order", "\u0301\u0316", 4 * kMillion);
}

void add_lists(std::vector<HostileInput>& inputs) {
  const auto add = [&](const char* name, const char* file, std::size_t refused_from, auto make) {
    inputs.push_back({name, file, 10 * kThousand, 250 * kThousand, refused_from, make});
  };
  add("tags, a YAML list", "post.md", kNever,
      [](std::size_t n) { return yaml("tags:\n" + numbered("- t", "\n", n)); });
  add("tags, in YAML's brackets", "post.md", kNever,
      [](std::size_t n) { return yaml("tags: [" + numbered("t", ", ", n) + "]"); });
  add("tags, TOML", "post.md", kNever, [](std::size_t n) {
    return "+++\ntitle = '글'\ntags = [" + numbered("'t", "', ", n) + "]\n+++\n글\n";
  });
  add("tags, JSON Lines", "records.jsonl", 20 * kThousand, [](std::size_t n) {
    return R"({"title":"글","tags":[)" + numbered("\"t", "\",", n) + "0]}\n";
  });
  add("keys, JSON Lines", "records.jsonl", 10 * kThousand, [](std::size_t n) {
    return R"({"title":"글",)" + numbered("\"k", "\":1,", n) + "\"z\":0}\n";
  });
  inputs.push_back({"words, all different", "post.md", 10 * kThousand, 180 * kThousand, kNever,
                    [](std::size_t n) { return numbered("낱말", "번째를 ", n); }});
  inputs.push_back({"headings", "post.md", 2500, 25 * kThousand, kNever,
                    [](std::size_t n) { return numbered("# 제목 ", "\n\n글\n", n); }});
  add_repeated(inputs, "headings, all alike", "# 제목\n", 2500, 25 * kThousand);
  inputs.push_back({"records", "records.jsonl", 500, 5 * kThousand, kNever, [](std::size_t n) {
                      return numbered("{\"id\":\"", "\",\"title\":\"글\"}\n", n);
                    }});
}

void add_marks(std::vector<HostileInput>& inputs) {
  constexpr std::size_t kSmall = 25 * kThousand;
  const auto add = [&](std::string name, std::string piece, std::size_t large = kThousand * 250) {
    inputs.push_back(
        {std::move(name), "post.md", kSmall, large, kNever,
         [piece = std::move(piece)](std::size_t n) { return "글\n\n" + times(piece, n); }});
  };
  for (const char* const piece : {"[", "![", "[a](", "![[]()", "*a ", "*", "_a ", "**a *a ", "`",
                                  "<a ", "{{", "&", "1. ", "> "})
    add(piece, piece);
  add("# alone", "#\n");
  add("- alone", "-\n");
  // As much as a file may have.
  for (const std::string piece : {"[", "#\n"}) {
    add(piece.substr(0, 1) + ", 16 MB at x4", piece, 4 * kMillion / piece.size());
    inputs.back().small = 0;
  }
}

void add_nesting(std::vector<HostileInput>& inputs) {
  const auto add = [&](const char* name, const char* file, std::size_t refused_from, auto make) {
    inputs.push_back({name, file, kThousand, 2500, refused_from, make});
  };
  add("YAML keys nested", "post.md", kNever, nested_keys);
  add("YAML brackets nested", "post.md", kNever,
      [](std::size_t n) { return yaml("a: " + std::string(n, '[') + std::string(n, ']')); });
  add("TOML brackets nested", "post.md", kNever, [](std::size_t n) {
    return "+++\ntitle = '글'\na = " + std::string(n, '[') + std::string(n, ']') + "\n+++\n글\n";
  });
  add("JSON brackets nested", "records.jsonl", kThousand, [](std::size_t n) {
    return R"({"title":"글","a":)" + std::string(n, '[') + std::string(n, ']') + "}\n";
  });
  add("quotes nested", "post.md", kNever, [](std::size_t n) { return times("> ", n) + "글\n"; });
  add("lists nested", "post.md", kNever, nested_lists);
  inputs.push_back({"aliases of aliases (10^n)", "post.md", 5, 10, kNever, alias_bomb});
  inputs.push_back({"aliases of a long text", "post.md", kThousand, 5000, kNever, repeated_text});
}

}  // namespace

std::vector<HostileInput> hostile_inputs() {
  std::vector<HostileInput> inputs;
  add_lines(inputs);
  add_lists(inputs);
  add_marks(inputs);
  add_nesting(inputs);
  return inputs;
}

}  // namespace geul::test
