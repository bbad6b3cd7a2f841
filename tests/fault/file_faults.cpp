// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "common/base/format.hpp"
#include "tests/fault/contents.hpp"
#include "tests/fault/tally.hpp"
#include "tests/fault/trees.hpp"
#include "tests/fault/two_states.hpp"
#include "tests/support/random_text.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using State = TwoStates::State;

/// Changes the posts of a blog as long as it lives: they are written in halves, vanish, move, and
/// become folders, pipes and links to themselves.
class Restless {
 public:
  explicit Restless(const Blog& blog) : blog_(blog), thread_([this] { run(); }) {}
  ~Restless() {
    stopped_ = true;
    thread_.join();
  }
  Restless(const Restless&) = delete;
  Restless& operator=(const Restless&) = delete;
  Restless(Restless&&) = delete;
  Restless& operator=(Restless&&) = delete;

 private:
  void run() {
    while (!stopped_) {
      change(blog_.posts() / format("a{:03}.md", random_.below(TwoStates::kPosts)));
      std::this_thread::sleep_for(std::chrono::microseconds(random_.below(1500)));
    }
  }

  void change(const fs::path& post) {
    std::error_code ignored;
    const std::string bytes = bytes_of(post);
    switch (random_.below(7)) {
      case 0:
      case 1:
        write(post, bytes.substr(0, random_.below(bytes.size() + 1)));
        return write(post, bytes + "고양이가 돌아왔다. ");
      case 2:
        fs::remove_all(post, ignored);
        return;
      case 3:
        return fs::rename(post, fs::path(post) += ".md", ignored);
      case 4:
        fs::remove_all(post, ignored);
        fs::create_directory(post, ignored);
        return write(post / "inner.md", "# 안쪽 글\n");
      case 5:
        fs::remove_all(post, ignored);
        static_cast<void>(::mkfifo(post.c_str(), 0600));
        return;
      default:
        fs::remove_all(post, ignored);
        fs::create_symlink(post.filename(), post, ignored);
    }
  }

  static void write(const fs::path& post, const std::string& bytes) {
    std::error_code ignored;
    if (fs::is_fifo(post, ignored)) fs::remove(post, ignored);
    std::ofstream(post, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  const Blog& blog_;
  RandomText random_{seed()};
  std::atomic<bool> stopped_ = false;
  std::thread thread_;
};

/// Every question finds something, or nothing. What is asked to be like a post may find it gone.
bool answers(const fs::path& database) {
  return std::ranges::all_of(answers_of(database), [](const Answer& answer) {
    return answer.status == 0 || answer.status == 1 || is_helpful_error(answer.status, answer.err);
  });
}

std::size_t documents_in(const fs::path& database) {
  return json_of(geul_index({"stats", "--db", database, "--format", "json"})).at("documents");
}

}  // namespace

TEST_CASE("fault: posts may change, vanish and come while they are read") {
  const TwoStates& states = TwoStates::single();
  Tally tally("posts change while they are read");
  copy_tree(states.clean(State::before), states.place());
  {
    const Restless restless(states.blog());
    for (std::size_t round = 0; round < rounds(4, 100); ++round) {
      tally.round();
      const RunResult built = geul_index(states.build_at(states.place()));
      CAPTURE(round, built.out, built.err);
      CHECK(built.status == 0);
      CHECK(answers(states.place()));
      CHECK(check_of(states.place()).status == 0);
      tally.count("built, check content");
    }
  }
  fs::remove_all(states.blog().posts());
  states.write_posts(State::before);
  states.write_posts(State::after);
  CHECK(geul_index(states.build_at(states.place())).status == 0);
  // In another order: not compared by answers, in which posts of one score follow it.
  CHECK(sums_of_posts(states.place()) == sums_of_posts(states.clean(State::after)));
}

TEST_CASE("fault: a source that vanishes while it is read takes no post along") {
  const TwoStates& states = TwoStates::single();
  Tally tally("the source vanishes while it is read");
  RandomText random(seed());
  const fs::path away = states.blog().folder() / "away";
  for (std::size_t round = 0; round < rounds(3, 100); ++round) {
    copy_tree(states.clean(State::before), states.place());
    tally.round();
    std::thread vanish([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(random.below(150)));
      fs::rename(states.blog().posts(), away);
    });
    const RunResult built = geul_index(states.build_at(states.place()));
    vanish.join();
    CAPTURE(round, built.out, built.err);
    CHECK((built.status == 0 || is_helpful_error(built.status, built.err)));
    CHECK(documents_in(states.place()) >= TwoStates::unmoved());
    CHECK(check_of(states.place()).status == 0);
    tally.count(built.status == 0 ? "built" : "refused");
    fs::rename(away, states.blog().posts());
    CHECK(geul_index(states.build_at(states.place())).status == 0);
    CHECK(answers_of(states.place()) == states.answers(State::after));
    tally.count("next build repaired");
  }
}

}  // namespace geul::test
