// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/program.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <string>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/cli/terminal.hpp"
#include "common/index/places.hpp"
#include "query/answer.hpp"
#include "query/batch.hpp"
#include "query/options.hpp"
#include "query/render/json.hpp"
#include "query/render/lines.hpp"
#include "query/render/suggestions.hpp"
#include "query/render/text.hpp"
#include "query/suggest/suggester.hpp"

namespace geul::query {
namespace {

constexpr std::string_view kProgram = "geul-query";
constexpr std::size_t kMaxBatchBytes = std::size_t{256} << 20U;

Status failed(const Error& error) {
  cli::print_error(kProgram, error);
  return Status::error;
}

/// The day on the user's calendar: of TZ, or of the machine.
Day local_today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local = {};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

/// Columns for what stands in lines; 0: lines may be as long as they are.
std::size_t text_width(const Options& options) {
  const bool terminal = cli::is_terminal(cli::Stream::output);
  if (!terminal) return options.width.value_or(0);
  const std::size_t columns = std::max(cli::terminal_columns(cli::Stream::output), kMinWidth);
  return options.width ? std::min(*options.width, columns) : columns;
}

/// An excerpt is as wide as was asked for: in text with its indentation and ellipses. On a terminal
/// it has three lines; elsewhere its length in characters.
ExcerptLength excerpt_length(const Options& options) {
  constexpr std::size_t kAround = 8;
  constexpr std::size_t kLines = 3;
  const bool is_text = options.format == Format::text;
  if (options.width) return {*options.width - (is_text ? kAround : 0), LengthUnit::columns};
  if (!is_text || !cli::is_terminal(cli::Stream::output)) return {};
  const std::size_t lines = kLines * (text_width(options) - kAround);
  return {std::min(lines, 2 * ExcerptLength{}.most), LengthUnit::columns};
}

/// Renders answers in the format that was asked for.
class Renderer {
 public:
  explicit Renderer(const Options& options) : options_(options) {
    const bool color = cli::use_color(options.color, cli::Stream::output);
    text_.style = color ? Style::color : Style::plain;
    text_.links = color && cli::is_terminal(cli::Stream::output) ? Links::osc8 : Links::none;
    text_.reasons = options.explain ? Reasons::shown : Reasons::hidden;
    text_.width = text_width(options);
    std::error_code error;
    text_.folder = std::filesystem::current_path(error).string();
  }

  [[nodiscard]] std::string operator()(const Answer& answer,
                                       const std::optional<std::string>& id) const {
    switch (options_.format) {
      case Format::text:
        return (options_.analyze ? analysis_to_text(answer) : "") + to_text(answer, text_);
      case Format::json:
        return to_json_text(to_json(answer, id), id ? -1 : 2) + '\n';
      case Format::jsonl:
        return to_json_lines(answer, id);
      case Format::trec:
        return to_trec(answer, id.value_or("1"));
      case Format::paths:
        return to_paths(answer,
                        {text_.folder, options_.path_end, cli::is_terminal(cli::Stream::output)});
    }
    return {};
  }

 private:
  const Options& options_;
  TextOptions text_;
};

Detail detail_of(Format format) {
  return format == Format::trec || format == Format::paths ? Detail::names : Detail::full;
}

Result<index::Reader> open_reader(const Options& options) {
  if (!options.databases.empty())
    return index::Reader::open(without_repeats(options.databases), options.opening);
  const auto database = index::default_database();
  if (!database) return fail(database.error());
  return index::Reader::open({*database}, options.opening);
}

/// The synonyms to search with. A file that was asked for must be readable; one that the database
/// names may be on another machine.
Result<index::SynonymTable> load_synonyms(const Options& options, const index::Reader& reader) {
  const std::string& file = options.synonyms ? *options.synonyms : reader.settings().synonyms;
  if (file.empty()) return index::SynonymTable{};
  auto table = index::load_synonyms(file);
  if (!table && options.synonyms) return fail(table.error());
  if (!table) {
    cli::print_note(kProgram, format("searching without synonyms: {}", table.error().message));
    return index::SynonymTable{};
  }
  // Of the file that geul.yaml names, geul-index has warned.
  if (options.synonyms)
    for (const Warning& warning : table->warnings) cli::print_warning(warning);
  return table;
}

Result<std::string> read_batch_text(const std::string& file) {
  if (file != "-") return read_file(file, kMaxBatchBytes);
  return read_all(STDIN_FILENO, "the standard input", kMaxBatchBytes);
}

/// Says which databases are left out, from the one behind the first `said` on.
void note_missing(const std::vector<index::MissingDatabase>& missing, std::size_t said) {
  for (; said < missing.size(); ++said)
    cli::print_note(kProgram,
                    format("answering without {}: {}", missing[said].name, missing[said].reason));
}

/// Answers one query after the other.
class Session {
 public:
  Session(const Options& options, index::Reader reader, const index::SynonymTable& synonyms)
      : options_(options), searcher_(std::move(reader), synonyms), render_(options) {}

  /// Whether something was found.
  Result<bool> ask(const std::string& query, const std::optional<std::string>& id) {
    return print(searcher_.answer(query, options_.request, detail_of(options_.format)), id);
  }

  Status ask_similar(const std::string& post) {
    std::error_code error;
    const std::string folder = std::filesystem::current_path(error).string();
    const Detail detail = detail_of(options_.format);
    const auto found =
        print(searcher_.similar(post, folder, options_.request, detail), std::nullopt);
    if (!found) return failed(found.error());
    return *found ? Status::found : Status::nothing_found;
  }

  Status ask_one() {
    const auto found = ask(options_.query, std::nullopt);
    if (!found) return failed(found.error());
    return *found ? Status::found : Status::nothing_found;
  }

  Status ask_batch(const std::string& file) {
    const auto text = read_batch_text(file);
    if (!text) return failed(text.error());
    const Batch batch = read_batch(*text);
    bool any = false;
    for (const BatchQuery& line : batch.queries) {
      const auto found = ask(line.query, line.id);
      if (!found) return failed(found.error());
      any = any || *found;
    }
    for (const std::size_t number : batch.malformed)
      cli::print_error(kProgram, {ErrorCode::malformed, "no \"id TAB query\"", "", {file, number}});
    if (!batch.malformed.empty()) return Status::error;
    return any ? Status::found : Status::nothing_found;
  }

 private:
  Result<bool> print(const Result<Answer>& answer, const std::optional<std::string>& id) {
    note_missing(searcher_.missing(), std::exchange(noted_, searcher_.missing().size()));
    if (!answer) return fail(answer.error());
    for (const Note& note : answer->notes)
      cli::print_note(kProgram, id ? format("{}: {}", *id, note.message) : note.message);
    if (const auto written = cli::write_output(render_(*answer, id)); !written)
      return fail(written.error());
    return answer->total.count > 0;
  }

  const Options& options_;
  Searcher searcher_;
  Renderer render_;
  std::size_t noted_ = 0;  ///< databases that were said to be left out
};

std::string render(const Suggestions& suggestions, Format format) {
  if (format == Format::json) return to_json_text(to_json(suggestions), 2) + '\n';
  return format == Format::jsonl ? to_json_lines(suggestions) : to_text(suggestions);
}

Status suggest(const Options& options, index::Reader reader) {
  Suggester suggester(std::move(reader));
  const Request& request = options.request;
  const auto found = suggester.suggest(*options.suggest, request.limit, request.today);
  note_missing(suggester.missing(), 0);
  if (!found) return failed(found.error());
  if (const auto written = cli::write_output(render(*found, options.format)); !written)
    return failed(written.error());
  return found->found.empty() ? Status::nothing_found : Status::found;
}

}  // namespace

Status run(int argc, const char* const* argv) {
  auto options = read_options(argc, argv, local_today());
  if (!options) return failed(options.error());
  if (!options->text.empty()) {
    const auto written = cli::write_output(options->text);
    return written ? Status::found : failed(written.error());
  }
  auto reader = open_reader(*options);
  if (!reader) return failed(cli::as_given(reader.error(), options->given));
  if (options->suggest) return suggest(*options, std::move(*reader));
  options->request.excerpt = excerpt_length(*options);
  const auto synonyms = load_synonyms(*options, *reader);
  if (!synonyms) return failed(cli::as_given(synonyms.error(), options->given));
  Session session(*options, std::move(*reader), *synonyms);
  if (options->similar) return session.ask_similar(*options->similar);
  return options->batch ? session.ask_batch(*options->batch) : session.ask_one();
}

}  // namespace geul::query
