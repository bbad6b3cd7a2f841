// SPDX-License-Identifier: GPL-2.0-or-later
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <thread>

#include "common/base/format.hpp"
#include "tests/scenario/watched_blog.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using Catch::StartsWith;

/// A blog that a person changes: posts come, change, move and go, alone and with their folders.
class ChangingBlog {
 public:
  explicit ChangingBlog(const Blog& blog) : blog_(blog) {
    for (int i = 0; i < 100; ++i) write(name());
  }

  void change() {
    switch (random_.below(8)) {
      case 0:
      case 1:
        return write(name());
      case 2:
        return write(any());
      case 3:
        return save_beside(any());
      case 4:
        return move(any(), name());
      case 5:
        return remove(any());
      case 6:
        return move_folder();
      default:
        return replace_by_folder(any());
    }
  }

 private:
  [[nodiscard]] std::string name() {
    return geul::format("{}/{}/{}.md", random_.below(5), random_.below(5), ++number_);
  }
  [[nodiscard]] std::string any() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(blog_.posts()))
      if (entry.path().extension() == ".md" && entry.is_regular_file())
        names.push_back(entry.path().lexically_relative(blog_.posts()));
    return names.empty() ? name() : random_.pick(names);
  }
  void write(const std::string& post) {
    blog_.post(post, geul::format("# 글 {}\n\n고양이 {}\n", ++number_, random_.text(50)));
  }
  void save_beside(const std::string& post) {
    write(post + "~");
    fs::rename(blog_.posts() / (post + "~"), blog_.posts() / post);
  }
  void move(const std::string& from, const std::string& to) {
    write(from);
    fs::create_directories((blog_.posts() / to).parent_path());
    fs::rename(blog_.posts() / from, blog_.posts() / to);
  }
  void remove(const std::string& post) {
    write(name());  // never the last one
    fs::remove(blog_.posts() / post);
  }
  void move_folder() {
    const fs::path folder = (blog_.posts() / any()).parent_path();
    if (fs::exists(folder) && folder != blog_.posts())
      fs::rename(folder, blog_.posts() / geul::format("folder{}", ++number_));
  }
  void replace_by_folder(const std::string& post) {
    fs::remove(blog_.posts() / post);
    write(post + "/inner.md");
  }

  const Blog& blog_;
  RandomText random_{7};
  int number_ = 0;
};

/// Asks queries in other processes as long as it lives.
class Asking {
 public:
  explicit Asking(const WatchedBlog& watched) : watched_(watched), thread_([this] { run(); }) {}
  ~Asking() { stop(); }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;
  Asking(Asking&&) = delete;
  Asking& operator=(Asking&&) = delete;

  void stop() {
    stopped_ = true;
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] std::size_t asked() const { return asked_; }
  [[nodiscard]] const std::string& complaints() const { return complaints_; }

 private:
  static constexpr std::size_t kBatch = 100;

  void run() {
    std::string queries;
    for (std::size_t i = 0; i < kBatch; ++i) queries += geul::format("{}\t고양이 글 {}\n", i, i);
    while (!stopped_) {
      const RunResult answer = watched_.blog().query({"--batch", "-"}, {queries});
      if (answer.status != 0) complaints_ += answer.err;
      asked_ += kBatch;
    }
  }

  const WatchedBlog& watched_;
  std::atomic<bool> stopped_ = false;
  std::atomic<std::size_t> asked_ = 0;
  std::string complaints_;
  std::thread thread_;
};

struct Usage {
  std::size_t bytes = 0;
  std::size_t descriptors = 0;
};

Usage usage_of(const RunningProgram& program) {
  return {program.resident_bytes(), program.descriptors()};
}

/// Changes a blog so often, a few changes at a time, while queries run; checks that nothing grows
/// and that what is indexed then is what is there. Returns the figures.
std::string soak(int changes, std::size_t queries) {
  WatchedBlog watched;
  ChangingBlog changing(watched.blog());
  watched.start({"--jobs", "2"});
  watched.update();
  watched.error_with("watching");
  const auto change = [&](int number) {
    for (int i = 0; i < 1 + number % 4; ++i) changing.change();
    watched.update();
  };
  Asking asking(watched);
  int done = 0;
  int updates = 0;
  Usage warm;
  for (; done < changes || asking.asked() < queries; done += 1 + updates++ % 4) {
    if (updates == 5) warm = usage_of(watched.program());
    change(updates);
  }
  const Usage end = usage_of(watched.program());
  asking.stop();
  CHECK(watched.end() == 0);
  const std::string figures = geul::format(
      "{} changes in {} updates, {} queries: resident {:.1f} MB after 5 updates, {:.1f} MB at the "
      "end; descriptors {}, {}\n",
      done, updates, asking.asked(), static_cast<double>(warm.bytes) / 1e6,
      static_cast<double>(end.bytes) / 1e6, warm.descriptors, end.descriptors);
  CAPTURE(figures);
  CHECK(asking.complaints() == "");
  CHECK(end.descriptors == warm.descriptors);
  constexpr std::size_t kGrowth = std::size_t{4} << 20U;
  CHECK(end.bytes <= warm.bytes + kGrowth);
  CHECK_THAT(watched.blog().build().out,
             StartsWith("0 indexed, ") && Contains(" unchanged, 0 removed"));
  return figures;
}

}  // namespace

TEST_CASE("watch: changes while queries run, in short") {
  static_cast<void>(soak(20, 100));
}

TEST_CASE("watch soak: changes while queries run, at length", "[.soak-watch]") {
  std::cout << soak(1'000, 10'000);
}

TEST_CASE("watch soak: what the system does not watch is polled", "[.soak-watch]") {
  WatchedBlog watched;
  watched.blog().post("folder/a.md", "# 글\n");
  // Enough for the folders above, too few for the one within.
  const fs::path posts = watched.blog().posts();
  const auto above = std::distance(posts.begin(), posts.end());
  watched.start({}, geul::format("exec unshare -Ur sh -c 'echo {} "
                                 ">/proc/sys/user/max_inotify_watches && exec \"$@\"' sh \"$@\"",
                                 above));
  watched.update();
  watched.error_with("every 10 seconds");
  CHECK(watched.program().lines_within(std::chrono::seconds(1)) == "");
  watched.blog().post("folder/a.md", "# 새 글\n");
  CHECK(watched.program().lines_within(std::chrono::seconds(3)) == "");
  CHECK(watched.update() == "1 indexed, 0 removed");
  CHECK(watched.end() == 0);
}

}  // namespace geul::test
