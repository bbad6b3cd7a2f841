// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/cli/command.hpp"
#include "common/cli/terminal.hpp"
#include "common/index/reader.hpp"
#include "query/answer.hpp"
#include "query/render/lines.hpp"

namespace geul::query {

enum class Format : std::uint8_t { text, json, jsonl, trec, paths };

/// What the command line of geul-query asks for.
struct Options {
  std::string text;  ///< --help or --version: print this and leave; else empty
  std::vector<std::string> databases;
  index::OpenOptions opening;  ///< what about databases on other machines
  std::string query;
  std::optional<std::string> synonyms;  ///< a file; none: the one that the database names
  std::optional<std::string> batch;     ///< a file of queries, or "-"
  std::optional<std::string> similar;   ///< a post, as find_post() takes it
  std::optional<std::string> suggest;   ///< what is being typed
  Request request;
  Format format = Format::text;
  PathEnd path_end = PathEnd::line;
  bool explain = false;
  bool analyze = false;
  cli::When color = cli::When::automatic;
  std::vector<cli::Given> given;     ///< options that have a value, and where from
  std::optional<std::size_t> width;  ///< columns of an excerpt, kMinWidth to kMaxWidth
};

inline constexpr std::size_t kMinWidth = 20;
inline constexpr std::size_t kMaxWidth = 2000;

inline constexpr std::size_t kDefaultLimit = 10;
/// Values of a facet in text. Of names there may be hundreds; JSON has them all.
inline constexpr std::size_t kDefaultFacetLimit = 20;
/// Evaluators look deeper than people do.
inline constexpr std::size_t kDefaultTrecLimit = 100;

/// Reads the command line. Words that begin with '-' and are no options (-장애) are words. `today`
/// is the user's day, on which dates like 어제 depend; it goes into the request too.
/// Errors  usage: unknown options, values that cannot be (a date that does not exist).
[[nodiscard]] Result<Options> read_options(int argc, const char* const* argv, const Day& today);

/// The databases, each once: folders that are the same one when links are followed, and equal
/// names.
[[nodiscard]] std::vector<std::string> without_repeats(std::vector<std::string> databases);

/// Whether an argument that begins with a dash is a word of the query (-장애): all with one dash
/// are but -h and -0, which are options.
[[nodiscard]] bool is_query_word(std::string_view argument) noexcept;

}  // namespace geul::query
