// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "common/base/files.hpp"
#include "indexer/config.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/watch/schedule.hpp"
#include "indexer/watch/watch_set.hpp"

namespace geul::indexer {
namespace {

using Clock = std::chrono::steady_clock;

/// What poll(2) is to wait at most; -1 for ever.
int milliseconds_until(std::optional<Schedule::Time> due) {
  if (!due) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - Clock::now());
  return static_cast<int>(std::max(left, std::chrono::milliseconds(0)).count());
}

class Watch {
 public:
  Watch(BuildOptions options, BuildListener& builds, WatchListener& listener, StopSignals& stop,
        WatchSet watched)
      : options_(std::move(options)),
        builds_(builds),
        listener_(listener),
        stop_(stop),
        watched_(std::move(watched)) {
    options_.entering = [this](const std::filesystem::path& folder) {
      watched_.watch_posts(folder);
    };
    options_.stopped = [this] { return stop_.requested(); };
  }

  Result<void> run() {
    Result<void> first = update();
    if (stop_.requested()) return {};
    if (!first) return first;
    listener_.watching(watched_.size());
    // What was asked for anew was asked for once.
    options_.mode = index::OpenMode::update;
    options_.recheck = false;
    while (!stop_.requested()) {
      if (Result<void> waited = wait(); !waited) return waited;
      if (watched_.take_changes()) schedule_.changed(Clock::now());
      if (!stop_.requested() && is_due()) try_update();
    }
    return {};
  }

 private:
  [[nodiscard]] bool is_due() const {
    const auto due = schedule_.due();
    return due && *due <= Clock::now();
  }

  Result<void> wait() {
    std::array<pollfd, 2> what{pollfd{watched_.descriptor(), POLLIN, 0},
                               pollfd{stop_.descriptor(), POLLIN, 0}};
    const int ready = ::poll(what.data(), what.size(), milliseconds_until(schedule_.due()));
    if (ready >= 0 || errno == EINTR) return {};
    return fail(ErrorCode::io, "cannot wait for changes: " + describe_errno(errno));
  }

  void try_update() {
    Result<void> updated = update();
    if (updated || stop_.requested()) return;
    if (updated.error().message != told_) listener_.failed(updated.error());
    told_ = std::move(updated.error().message);
  }

  Result<void> update() {
    const Schedule::Time start = Clock::now();
    const bool asked_for = !begun_ || schedule_.has_change() || !told_.empty();
    watched_.begin();
    watch_settings();
    const Result<BuildReport> report = build(options_, builds_);
    watched_.end(report ? WatchSet::Round::whole : WatchSet::Round::cut_short);
    tell_shortfall();
    const Schedule::Time end = Clock::now();
    schedule_.updated(
        end, report ? Schedule::Outcome::done : Schedule::Outcome::failed,
        watched_.shortfall() ? Schedule::Coverage::partial : Schedule::Coverage::whole);
    if (!report) return fail(report.error());
    begun_ = true;
    told_.clear();
    if (asked_for || report->indexed + report->removed > 0)
      listener_.updated(*report, std::chrono::duration<double>(end - start).count());
    return {};
  }

  /// Watches what build() reads besides posts.
  void watch_settings() {
    const auto places = options_.config.empty()
                            ? config_places(options_.sources.front())
                            : std::vector<std::filesystem::path>{options_.config};
    for (const auto& place : places) watched_.watch_path(place);
    const Result<Config> config = load_config(places.back());
    if (config || options_.files)
      watched_.posts_are(files_of(config ? *config : Config{}, options_.files));
    for (const std::string& source : sources_of(config ? *config : Config{}, options_.sources)) {
      std::error_code none;
      const bool is_file = std::filesystem::is_regular_file(source, none);
      watched_.watch_path(source, is_file ? Attention::writes : Attention::files);
      for (const auto& folder : folders_with_settings(source)) watched_.watch_settings(folder);
    }
    if (!config) return;  // build() will say so, if it should be there
    for (const std::string& file : {config->settings.dictionary, config->settings.synonyms})
      if (!file.empty()) watched_.watch_path(file);
  }

  void tell_shortfall() {
    const bool is_short = watched_.shortfall().has_value();
    if (is_short && !short_)
      listener_.polling(
          *watched_.shortfall(),
          static_cast<std::size_t>(
              std::chrono::duration_cast<std::chrono::seconds>(Schedule::kPoll).count()));
    short_ = is_short;
  }

  BuildOptions options_;
  BuildListener& builds_;
  WatchListener& listener_;
  StopSignals& stop_;
  WatchSet watched_;
  Schedule schedule_;
  bool begun_ = false;
  bool short_ = false;
  std::string told_;  ///< of the last update's failure
};

}  // namespace

Result<void> watch(const BuildOptions& options, BuildListener& builds, WatchListener& listener,
                   StopSignals& stop) {
  auto watched = WatchSet::open(options.database);
  if (!watched) return fail(watched.error());
  return Watch(options, builds, listener, stop, std::move(*watched)).run();
}

}  // namespace geul::indexer
