// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/scenario/watched_blog.hpp"

#include <csignal>

namespace geul::test {

WatchedBlog::WatchedBlog(std::string_view database) : database_(database) {
  blog_.post("first.md", "# 처음\n\n고양이\n");
}

void WatchedBlog::start(const std::vector<std::string>& more, const std::string& script) {
  std::vector<std::string> arguments{"-c",    script,        "sh",   GEUL_INDEX_PROGRAM,
                                     "watch", blog_.posts(), "--db", database()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  program_.emplace("/bin/sh", arguments, blog_.folder().path());
}

std::string WatchedBlog::update() {
  const std::string line = program_->line_with(" removed, ");
  return line.substr(0, line.rfind(", "));
}

std::string WatchedBlog::error_with(std::string_view text) {
  return program_->line_with(text, Stream::error);
}

int WatchedBlog::end() {
  program_->send(SIGINT);
  return program_->wait();
}

}  // namespace geul::test
