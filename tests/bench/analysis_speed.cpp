// SPDX-License-Identifier: GPL-2.0-or-later
// analysis_speed PATH...: analyses every file (folders recursively: their Markdown) and prints the
// speed, and that of ICU's word breaks alone beside it. Each line of a .jsonl file is a text: its
// title, a line break and its text.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/dictionary.hpp"
#include "common/analysis/dictionary_file.hpp"
#include "common/base/format.hpp"
#include "common/base/json.hpp"
#include "common/text/words.hpp"

namespace {

namespace fs = std::filesystem;
constexpr int kRounds = 5;

std::string member(const geul::Json& record, const char* name) {
  const auto found = record.find(name);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void read_records(const fs::path& path, std::vector<std::string>& texts) {
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const auto record = geul::parse_json(line);
    if (record && record->is_object())
      texts.push_back(member(*record, "title") + '\n' + member(*record, "text"));
  }
}

void read(const fs::path& path, std::vector<std::string>& texts) {
  if (fs::is_directory(path)) {
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file() && entry.path().string().find(".md") != std::string::npos)
        read(entry.path(), texts);
    return;
  }
  if (path.extension() == ".jsonl") {
    read_records(path, texts);
    return;
  }
  std::ifstream in(path, std::ios::binary);
  texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

/// CPU seconds of the fastest of a few rounds: other programs do not count.
double seconds(const std::function<void()>& work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const std::clock_t begin = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

void print(const char* what, double time, std::size_t bytes, std::size_t count) {
  const auto size = static_cast<double>(bytes);
  std::cout << geul::format("{:<12} {:8.1f} MB/s {:8.2f} us/KB {:>12}\n", what, size / time / 1e6,
                            time * 1e6 / (size / 1024), count);
}

/// The 10,000 commonest keys of the texts: a dictionary of which nearly every run looks at a word.
std::vector<std::string> frequent_words(const std::vector<std::string>& texts) {
  std::map<std::string, std::size_t> counts;
  geul::analysis::Analyzer analyzer;
  for (const std::string& text : texts)
    analyzer.analyze(text, [&](const geul::analysis::Token& token) {
      if (token.family == geul::analysis::Family::word &&
          token.script == geul::text::Script::hangul && token.term.size() >= 6)
        ++counts[std::string(token.term)];
    });
  std::vector<std::pair<std::size_t, std::string>> order;
  for (auto& [word, count] : counts) order.emplace_back(count, word);
  std::sort(order.rbegin(), order.rend());
  std::vector<std::string> words;
  for (std::size_t i = 0; i < order.size() && i < geul::analysis::kMaxDictionaryWords; ++i)
    words.push_back(order[i].second);
  return words;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) read(argv[i], texts);
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  std::cout << geul::format("{} texts, {} bytes\n", texts.size(), bytes);
  if (bytes == 0) return 1;

  std::size_t words = 0;
  geul::text::WordBreaker breaker;
  const double breaking = seconds([&] {
    words = 0;
    for (const std::string& text : texts) {
      geul::text::Word word;
      for (breaker.reset(text); breaker.next(word);) ++words;
    }
  });
  print("word breaks", breaking, bytes, words);

  std::size_t tokens = 0;
  geul::analysis::Analyzer analyzer;
  const double analysis = seconds([&] {
    tokens = 0;
    for (const std::string& text : texts)
      analyzer.analyze(text, [&](const geul::analysis::Token&) { ++tokens; });
  });
  print("analysis", analysis, bytes, tokens);

  const auto dictionary = geul::analysis::make_dictionary(frequent_words(texts));
  if (!dictionary) return 0;
  geul::analysis::Analyzer with_words(dictionary);
  const double by_dictionary = seconds([&] {
    tokens = 0;
    for (const std::string& text : texts)
      with_words.analyze(text, [&](const geul::analysis::Token&) { ++tokens; });
  });
  print(geul::format("{} words", dictionary->size()).c_str(), by_dictionary, bytes, tokens);
  std::size_t found = 0;
  const double finding = seconds([&] {
    found = 0;
    for (const std::string& text : texts) {
      std::set<std::string_view> words_of_text;
      dictionary->find(text, words_of_text);
      found += words_of_text.size();
    }
  });
  print("find words", finding, bytes, found);
  return 0;
}
