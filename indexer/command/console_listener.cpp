// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/console_listener.hpp"

#include <iostream>
#include <utility>

#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/text/display.hpp"

namespace geul::indexer {

ConsoleListener::ConsoleListener(const Arguments& arguments)
    : quiet_(arguments.quiet),
      verbose_(arguments.verbose || arguments.dry_run),
      progress_(arguments.quiet
                    ? cli::When::never
                    : cli::when_named(arguments.progress).value_or(cli::When::automatic)) {}

void ConsoleListener::changed(Change change, std::string_view id) {
  if (!verbose_) return;
  constexpr std::string_view kNames[] = {"index", "remove", "hidden"};
  std::string line =
      format("{} {}\n", kNames[static_cast<std::size_t>(change)], text::printable(id));
  // A hidden post is so in each build.
  if (change == Change::hidden) return say_once(std::move(line));
  clear();
  std::cerr << line;
}

void ConsoleListener::warned(const Warning& warning) {
  if (!quiet_) say_once(cli::describe(warning));
}

void ConsoleListener::skipped(const Place& place, const Error& reason) {
  if (quiet_) return;
  say_once(cli::describe_skipped(place, reason));
  // A hint is the same for many posts.
  if (std::string hint = cli::describe_hint(reason); !hint.empty() && !said_.contains(hint))
    say_once(std::move(hint));
}

void ConsoleListener::progressed(std::size_t done, std::size_t total) {
  if (!bar_) bar_.emplace(progress_, total);
  bar_->advance_to(done);
}

void ConsoleListener::clear() {
  if (bar_) bar_->clear();
}

void ConsoleListener::ended(Ending ending) {
  bar_.reset();
  progress_ = cli::When::never;
  if (ending == Ending::cut_short)
    before_.merge(said_);
  else
    before_ = std::move(said_);
  said_.clear();
}

/// Two posts of one build may well be said the same of.
void ConsoleListener::say_once(std::string text) {
  if (!before_.contains(text)) {
    clear();
    std::cerr << text;
  }
  said_.insert(std::move(text));
}

}  // namespace geul::indexer
