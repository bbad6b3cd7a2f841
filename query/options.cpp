// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/options.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "common/base/format.hpp"
#include "common/cli/command.hpp"
#include "common/index/folder.hpp"
#include "common/index/version.hpp"
#include "query/boosts.hpp"
#include "query/parse/days.hpp"
#include "query/render/json.hpp"

namespace geul::query {
namespace {

using index::FacetOrder;
using index::Sort;

/// What --facets means without a list; no name of a facet.
constexpr std::string_view kAllFacets = "*";

constexpr std::size_t kMaxTimeout = 3600;

constexpr std::array kFormats{
    std::pair<std::string_view, Format>{"text", Format::text},
    std::pair<std::string_view, Format>{"json", Format::json},
    std::pair<std::string_view, Format>{"jsonl", Format::jsonl},
    std::pair<std::string_view, Format>{"trec", Format::trec},
    std::pair<std::string_view, Format>{"paths", Format::paths},
};
constexpr std::array kSorts{
    std::pair<std::string_view, Sort>{"relevance", Sort::relevance},
    std::pair<std::string_view, Sort>{"newest", Sort::newest},
    std::pair<std::string_view, Sort>{"oldest", Sort::oldest},
};

constexpr std::array kFacetOrders{
    std::pair<std::string_view, FacetOrder>{"count", FacetOrder::count},
    std::pair<std::string_view, FacetOrder>{"name", FacetOrder::name},
};

template <class Table>
std::vector<std::string_view> names_of(const Table& table) {
  std::vector<std::string_view> names;
  names.reserve(table.size());
  for (const auto& row : table) names.push_back(row.first);
  return names;
}

/// Expects a name that the command line was checked against.
template <class Table>
auto named(const Table& table, std::string_view name) {
  const auto row = std::ranges::find(table, name, [](const auto& entry) { return entry.first; });
  return row == table.end() ? table.front().second : row->second;
}

/// The values as they were typed.
struct Typed {
  std::vector<std::string> words;
  std::optional<std::string> since;
  std::optional<std::string> until;
  std::optional<std::string> limit;
  std::optional<std::string> facets;
  std::optional<std::string> width;
  std::optional<std::string> recency;
  std::optional<std::string> facet_limit;
  std::optional<std::string> timeout;
  bool partial = false;
  bool nul = false;
  std::vector<std::string> where;
  std::string facet_sort = "count";
  std::string sort = "relevance";
  std::string format = "text";
  std::string color = "auto";
};

/// Where to search, and which posts.
std::vector<cli::Option> search_options(Options& options, Typed& typed) {
  Request& request = options.request;
  return {
      {"--db", "DIR", &options.databases,
       "database to search: a folder, a list of databases, or HOST:PORT of an xapian-tcpsrv; "
       "several "
       "are searched as one (default: the nearest .geul upward)"},
      {"--timeout", "SECONDS", &typed.timeout,
       "how long HOST:PORT may take to connect, and for each answer (default: 5)"},
      {"--partial", "", &typed.partial,
       "answer without those HOST:PORT that fail, and say so, rather than not at all"},
      cli::per_call({"--tag", "T", &request.tags, "posts with the tag; one of several will do"}),
      cli::per_call({"--category", "C", &request.categories, "posts in the category"}),
      cli::per_call({"--author", "A", &request.authors, "posts by the author"}),
      cli::per_call({"--where", "KEY=VALUE", &typed.where,
                     "posts with the value of any facet: series=NAME, month=2022-07; of several "
                     "for one facet "
                     "any will do"}),
      cli::per_call(
          {"--since", "DATE", &typed.since,
           "posts from that day, month or year on: 2022, 2022-07-28, 2022년 7월, 지난주, 30d"}),
      cli::per_call(
          {"--until", "DATE", &typed.until, "posts up to and with that day, month or year"}),
      cli::per_call({"--recency", "TIME", &typed.recency,
                     "let younger posts rank higher, less with each such time: 30d, 2w, 6m, 1y"}),
      {"--synonyms", "FILE", &options.synonyms,
       "words that mean the same, in place of the file that geul.yaml named"},
  };
}

/// How much of what is found to show, and how.
std::vector<cli::Option> output_options(Options& options, Typed& typed) {
  Request& request = options.request;
  return {
      cli::per_call({"--sort", "ORDER", &typed.sort, "order of the posts", names_of(kSorts)}),
      {"--limit", "N", &typed.limit, "posts to show (default: 10, with trec 100)"},
      cli::per_call({"--offset", "N", &request.offset, "posts to pass over first"}),
      cli::per_call({"--facets",
                     "LIST",
                     &typed.facets,
                     "count the matching posts by tag, category, author, date, year, month, day "
                     "and the facets "
                     "of geul.yaml; without a list by all. Alone: list every value, and no posts",
                     {},
                     kAllFacets}),
      {"--facet-limit", "N", &typed.facet_limit,
       "values of each facet to show, 0 for all (default: 20 in text)"},
      {"--facet-sort", "ORDER", &typed.facet_sort, "order of a facet's values",
       names_of(kFacetOrders)},
      {"--format", "FORMAT", &typed.format, "output format", names_of(kFormats)},
      {"-0", "", &typed.nul,
       "with --format paths, a NUL character behind each path rather than a line's end: for xargs "
       "-0, whatever the names hold"},
      {"--width", "N", &typed.width,
       "columns of an excerpt, in text with its indentation (default: 160 characters, on a "
       "terminal three lines)"},
      cli::per_call({"--batch", "FILE", &options.batch,
                     "answer lines of \"id TAB query\"; - is standard input"}),
      cli::per_call({"--suggest", "PREFIX", &options.suggest,
                     "titles, tags, categories and words that go on from what is being typed; "
                     "words before the "
                     "last narrow"}),
      cli::per_call({"--similar", "DOC", &options.similar,
                     "posts like this one, named by its id, path or url; filters and formats as "
                     "for a query"}),
      cli::per_call({"--explain", "", &options.explain, "say why each post matched"}),
      cli::per_call({"--analyze", "", &options.analyze, "show how the query was understood"}),
      {"--color", "WHEN", &typed.color, "colours in text", {"auto", "always", "never"}},
  };
}

std::vector<cli::Option> option_table(Options& options, Typed& typed) {
  std::vector<cli::Option> table = search_options(options, typed);
  std::ranges::move(output_options(options, typed), std::back_inserter(table));
  return table;
}

cli::Program make_program(Options& options, Typed& typed, const std::string& version) {
  cli::Command command{
      "geul-query",
      "Searches posts that geul-index has indexed. In a query, \"…\" is a phrase, +word must be "
      "there, -word must not; AND, OR, NOT and parentheses combine, word* is a beginning, and "
      "title: tag: category: author: heading: summary: body: code: path: date: and the facets of "
      "geul.yaml look in one place.",
      option_table(options, typed),
      cli::Positional{"QUERY", &typed.words, "words to search for; none: all posts, newest first"},
      {"geul-query 검색 엔진", "geul-query '\"형태소 분석\" -파이썬'",
       "geul-query tag:이직 date:2022..2023", "geul-query --suggest 데잍",
       "geul-query --similar _posts/2022-07-28-career.md", "geul-query --facets=tag",
       "geul-query --tag 요리 --facets --limit 0",
       "geul-query --format json 컬리 | jq '.hits[].title'"},
      is_query_word};
  return {"geul-query", "", {std::move(command)}, version, {"geul-index(1)"}};
}

std::optional<std::size_t> number_in(const std::string& text) {
  constexpr std::size_t kMostDigits = 9;
  const bool digits = !text.empty() && text.size() <= kMostDigits &&
                      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::optional<std::size_t>(std::stoul(text)) : std::nullopt;
}

Result<std::size_t> read_number(std::string_view option, const std::string& text,
                                std::string_view of) {
  if (const auto number = number_in(text)) return *number;
  return fail(ErrorCode::usage, format("{}: \"{}\" is no number of {}", option, text, of));
}

Result<std::size_t> read_width(const std::string& text) {
  const auto width = number_in(text);
  if (width && *width >= kMinWidth && *width <= kMaxWidth) return *width;
  return fail(ErrorCode::usage, format("--width: \"{}\" is no number of columns", text),
              format("a width is {} to {} columns", kMinWidth, kMaxWidth));
}

/// What is asked of databases on other machines.
Result<void> complete_opening(Options& options, const Typed& typed) {
  if (typed.partial) options.opening.unreachable = index::Unreachable::leave_out;
  if (!typed.timeout) return {};
  const auto seconds = number_in(*typed.timeout);
  if (!seconds || *seconds < 1 || *seconds > kMaxTimeout)
    return fail(ErrorCode::usage,
                format("--timeout: \"{}\" is no number of seconds", *typed.timeout),
                format("a time is 1 to {} seconds", kMaxTimeout));
  options.opening.timeout = std::chrono::seconds(*seconds);
  return {};
}

/// Text shows dates once, as a tree, where no facet is named.
FacetChoice read_facets(std::string_view list, Format format) {
  FacetChoice choice;
  if (list == kAllFacets) {
    choice.set = format == Format::text ? FacetChoice::Set::dates_once : FacetChoice::Set::all;
    return choice;
  }
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), name.size() + 1));
    choice.names.emplace_back(name);
  }
  return choice;
}

/// --facets and nothing that says which posts: the values are all that is asked for.
bool asks_for_facets_alone(const Options& options, const Typed& typed) {
  const Request& request = options.request;
  const bool shown = options.format == Format::text || options.format == Format::json;
  const bool filtered = !request.tags.empty() || !request.categories.empty() ||
                        !request.authors.empty() || !typed.where.empty() || typed.since ||
                        typed.until;
  return typed.facets && shown && !filtered && typed.words.empty() && !options.batch &&
         !typed.limit && request.offset == 0;
}

/// What --facets and the options beside it ask for.
Result<void> complete_facets(Options& options, const Typed& typed) {
  Request& request = options.request;
  request.facets = read_facets(typed.facets.value_or(""), options.format);
  request.facet_order = named(kFacetOrders, typed.facet_sort);
  const bool alone = asks_for_facets_alone(options, typed);
  if (alone) request.limit = 0;
  if (options.format == Format::text && !alone) request.facet_limit = kDefaultFacetLimit;
  if (typed.facet_limit) {
    const auto limit = read_number("--facet-limit", *typed.facet_limit, "values");
    if (!limit) return fail(limit.error());
    request.facet_limit = *limit;
  }
  for (const std::string& where : typed.where) {
    auto selection = read_selection(where);
    if (!selection) return fail(selection.error());
    request.where.push_back(*std::move(selection));
  }
  return {};
}

Result<index::DayRange> read_day_option(std::string_view option, const std::string& text,
                                        const Day& today) {
  if (const auto days = read_date(text, today)) return *days;
  return fail(
      ErrorCode::usage, format("{}: there is no date \"{}\"", option, text),
      "dates are 2022, 2022-07, 2022-07-28, 2022년 7월, 어제, 지난달, 최근 30일, last week, 6m …");
}

Result<std::optional<index::DayRange>> read_period(const Typed& typed, const Day& today) {
  if (!typed.since && !typed.until) return std::optional<index::DayRange>{};
  index::DayRange period;
  if (typed.since) {
    const auto since = read_day_option("--since", *typed.since, today);
    if (!since) return fail(since.error());
    period.first = since->first;
  }
  if (typed.until) {
    const auto until = read_day_option("--until", *typed.until, today);
    if (!until) return fail(until.error());
    period.last = until->last;
  }
  if (period.last < period.first)
    return fail(ErrorCode::usage,
                format("--until {} is before --since {}", *typed.until, *typed.since),
                format("turn them round: --since {} --until {}", *typed.until, *typed.since));
  return std::optional{period};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += text.empty() ? word : " " + word;
  return text;
}

/// What --suggest has no use for.
Result<void> check_suggest(Options& options) {
  const Request& request = options.request;
  const bool shaped = options.explain || options.analyze || request.half_life ||
                      request.sort != index::Sort::relevance || request.facets != FacetChoice{};
  if (shaped)
    return fail(ErrorCode::usage,
                "--suggest beside --facets, --sort, --recency, --explain or --analyze",
                "completions are texts, not posts: leave the option out");
  const bool filtered = !request.tags.empty() || !request.categories.empty() ||
                        !request.authors.empty() || !request.where.empty() || request.days;
  if (filtered || request.offset > 0 || options.batch || options.similar)
    return fail(ErrorCode::usage, "--suggest beside filters, --offset, --batch or --similar",
                "narrow with words before the last: --suggest 'tag:이직 데이'");
  if (options.format == Format::trec || options.format == Format::paths)
    return fail(ErrorCode::usage, "--suggest has no such format",
                "its formats are text, json and jsonl");
  if (!options.query.empty()) *options.suggest += ' ' + std::exchange(options.query, {});
  return {};
}

/// A query, a batch of them, or a post: one of these.
Result<void> check_modes(Options& options) {
  if (options.suggest) return check_suggest(options);
  if (options.batch && !options.query.empty())
    return fail(ErrorCode::usage, "a query beside --batch",
                "put the query into the batch, or leave --batch out");
  if (options.similar && options.batch)
    return fail(ErrorCode::usage, "--similar beside --batch", "ask one after the other");
  if (options.similar && !options.query.empty())
    return fail(ErrorCode::usage, "a query beside --similar",
                "narrow with --tag, --since and other options, or leave the query out");
  return {};
}

Result<void> complete(Options& options, const Typed& typed) {
  options.query = joined(typed.words);
  options.request.explain = options.explain;
  options.format = named(kFormats, typed.format);
  if (typed.nul && options.format != Format::paths)
    return fail(ErrorCode::usage, "-0 without --format paths",
                "no other format has paths alone; to leave out the word 0, write -- -0");
  options.path_end = typed.nul ? PathEnd::nul : PathEnd::line;
  options.request.sort = named(kSorts, typed.sort);
  options.color = cli::when_named(typed.color).value_or(cli::When::automatic);
  options.request.limit = options.format == Format::trec ? kDefaultTrecLimit : kDefaultLimit;
  if (typed.limit) {
    const auto limit = read_number("--limit", *typed.limit, "posts");
    if (!limit) return fail(limit.error());
    options.request.limit = *limit;
  }
  if (typed.recency) {
    options.request.half_life = read_half_life(*typed.recency);
    if (!options.request.half_life)
      return fail(ErrorCode::usage, format("--recency: \"{}\" is no time", *typed.recency),
                  "write days, weeks, months or years: 30d, 2w, 6m, 1y");
  }
  if (typed.width) {
    const auto width = read_width(*typed.width);
    if (!width) return fail(width.error());
    options.width = *width;
  }
  if (auto opening = complete_opening(options, typed); !opening) return opening;
  if (auto facets = complete_facets(options, typed); !facets) return facets;
  auto period = read_period(typed, options.request.today);
  if (!period) return fail(period.error());
  options.request.days = *period;
  if (options.batch) options.request.blank = Blank::finds_nothing;
  return check_modes(options);
}

}  // namespace

bool is_query_word(std::string_view argument) noexcept {
  return argument.size() >= 2 && argument[0] == '-' && argument[1] != '-' && argument != "-h" &&
         argument != "-0";
}

Result<Options> read_options(int argc, const char* const* argv, const Day& today) {
  Options options;
  options.request.today = today;
  Typed typed;
  const std::string version =
      index::version_text("geul-query", format("JSON format {}\n", kJsonFormat));
  const cli::Program program = make_program(options, typed, version);
  const auto parsed = cli::parse(program, argc, argv);
  if (!parsed) return fail(parsed.error());
  if (parsed->command == nullptr) {
    options.text = parsed->text;
    return options;
  }
  if (auto completed = complete(options, typed); !completed)
    return fail(cli::as_given(std::move(completed.error()), parsed->given));
  options.given = parsed->given;
  return options;
}

std::vector<std::string> without_repeats(std::vector<std::string> databases) {
  std::set<std::filesystem::path> seen;
  std::erase_if(databases, [&seen](const std::string& database) {
    return !seen.insert(index::resolve_folder(database)).second;
  });
  return databases;
}

}  // namespace geul::query
