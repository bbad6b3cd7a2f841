// SPDX-License-Identifier: GPL-2.0-or-later
// Sources that hold what is no post: files without end, and names that no program expects. None of
// them keeps the posts beside it from being indexed.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <map>
#include <stdexcept>

#include "common/text/utf8.hpp"
#include "tests/scenario/blog.hpp"
#include "tests/support/patience.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using Catch::StartsWith;
using Ids = std::vector<std::string>;

/// None of this takes a build more than a moment.
RunOptions in_a_moment() {
  RunOptions options;
  options.timeout = std::chrono::seconds(static_cast<long>(10 * kPatience));
  return options;
}

void write_post(const Blog& blog) {
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
}

void write_sparse(const fs::path& file, std::uintmax_t bytes) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(descriptor >= 0);
  const bool grown = ::ftruncate(descriptor, static_cast<off_t>(bytes)) == 0;
  ::close(descriptor);
  REQUIRE(grown);
}

void make_socket(const fs::path& path) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  REQUIRE(path.string().size() < sizeof address.sun_path);
  std::strcpy(address.sun_path, path.c_str());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(socket >= 0);
  const int bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  ::close(socket);
  REQUIRE(bound == 0);
}

/// Folders within each other, until their whole path is longer than the system takes.
void nest(const fs::path& folder, std::size_t levels) {
  int at = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::string name(200, 'd');
  for (std::size_t i = 0; i < levels && at >= 0; ++i) {
    REQUIRE(::mkdirat(at, name.c_str(), 0700) == 0);
    const int next = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::close(at);
    at = next;
  }
  REQUIRE(at >= 0);
  const int post = ::openat(at, "deep.md", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(post >= 0);
  ::close(post);
  ::close(at);
}

/// Names that are allowed by Linux, each with a word that its post alone has.
std::map<std::string, std::string> odd_names() {
  return {{"줄\n바꿈.md", "사과"},
          {"탭\t과 \x1b[31m색.md", "바나나"},
          {"\xFF.md", "포도"},
          {"\xFE.md", "수박"},
          {"가\xEA\xB0.md", "참외"},
          {"-rf.md", "자두"},
          {"--help.md", "살구"},
          {" 앞뒤 .md", "매실"},
          {"'\"<b>&%41?#*[.md", "유자"},
          {"a:b\\c|d.md", "레몬"},
          {std::string(252, 'x') + ".md", "망고"},
          {"\u202E거꾸로.md", "감귤"},
          {"...md", "대추"},
          {"줄\n폴더/\xFF/글.md", "앵두"}};
}

}  // namespace

TEST_CASE("hostile sources: a file over the limit is skipped, with its name and what to do") {
  const Blog blog;
  write_post(blog);
  write_sparse(blog.posts() / "giga.md", std::uintmax_t{1} << 30U);
  write_sparse(blog.posts() / "over.md", (std::uintmax_t{16} << 20U) + 1);
  const RunResult built = blog.build({}, in_a_moment());
  CHECK(built.status == 0);
  CHECK_THAT(built.out, StartsWith("1 indexed, 0 unchanged, 0 removed, 0 hidden, 2 skipped"));
  for (const char* const name : {"giga.md", "over.md"})
    CHECK_THAT(built.err, Contains(std::string(name) + ": skipped: ") &&
                              Contains(std::string(name) + " is larger than 16 MiB\n"));
  CHECK_THAT(built.err, Contains("\n  hint: make several posts of it, or exclude it in geul.yaml"));
  if (kPatience <= 1) CHECK(built.peak_bytes < (std::size_t{100} << 20U));
  CHECK(blog.ids({"두부"}) == Ids{"soup.md"});
  CHECK_THAT(blog.build({"--strict"}, in_a_moment()).err, Contains("giga.md"));
}

TEST_CASE("hostile sources: a record over the limit is skipped, and those around it are not") {
  const Blog blog;
  blog.folder().write("r.jsonl", "{\"id\":\"1\",\"title\":\"두부\"}\n{\"id\":\"2\",\"title\":\"" +
                                     std::string((std::size_t{16} << 20U) + 1, 'x') +
                                     "\"}\n{\"id\":\"3\",\"title\":\"두부\"}\n");
  const RunResult built = geul_index({"build", blog.folder() / "r.jsonl", "--db", blog.database()});
  CHECK_THAT(built.out, StartsWith("2 indexed") && Contains("1 skipped"));
  CHECK_THAT(built.err, Contains("r.jsonl:2: skipped: a record of more than 16 MiB\n  hint: "));
}

TEST_CASE("hostile sources: FIFOs, sockets and devices are named and not waited for") {
  const Blog blog;
  write_post(blog);
  REQUIRE(::mkfifo((blog.posts() / "fifo.md").c_str(), 0600) == 0);
  make_socket(blog.posts() / "socket.md");
  fs::create_symlink("/dev/zero", blog.posts() / "zero.md");
  fs::create_symlink("fifo.md", blog.posts() / "to-fifo.md");
  const RunResult built = blog.build({}, in_a_moment());
  CHECK(built.status == 0);
  CHECK_THAT(built.out, StartsWith("1 indexed"));
  for (const char* const name : {"/fifo.md", "/socket.md", "/zero.md", "to-fifo.md"})
    CHECK_THAT(built.err, Contains(name));
}

TEST_CASE("hostile sources: a FIFO or a device is no SOURCE") {
  const Blog blog;
  REQUIRE(::mkfifo((blog.folder() / "fifo.md").c_str(), 0600) == 0);
  REQUIRE(::mkfifo((blog.folder() / "fifo.jsonl").c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", blog.folder() / "zero.jsonl");
  fs::create_symlink("/dev/zero", blog.folder() / "zero.md");
  for (const char* const name : {"fifo.md", "fifo.jsonl", "zero.jsonl", "zero.md"}) {
    CAPTURE(name);
    const RunResult built =
        geul_index({"build", blog.folder() / name, "--db", blog.database()}, in_a_moment());
    CHECK_THAT(built.err, Contains(name) && Contains("not a regular file"));
  }
  const RunResult device =
      geul_index({"build", "/dev/zero", "--db", blog.database()}, in_a_moment());
  CHECK(device.status == 2);
  CHECK_THAT(device.err, Contains("no kind of source") && Contains("hint: "));
}

TEST_CASE("hostile sources: folders that lead to themselves end") {
  const Blog blog;
  write_post(blog);
  fs::create_directory_symlink(".", blog.posts() / "loop");
  fs::create_directory_symlink("../posts", blog.posts() / "around");
  fs::create_directory(blog.posts() / "inner");
  fs::create_directory_symlink("..", blog.posts() / "inner/up");
  fs::create_symlink("self.md", blog.posts() / "self.md");
  fs::create_symlink("b.md", blog.posts() / "a.md");
  fs::create_symlink("a.md", blog.posts() / "b.md");
  const RunResult built = blog.build({}, in_a_moment());
  CHECK(built.status == 0);
  CHECK_THAT(built.out, StartsWith("1 indexed"));
  CHECK(blog.ids({"두부"}) == Ids{"soup.md"});
}

TEST_CASE("hostile sources: folders deeper than a path may be long are named") {
  const Blog blog;
  write_post(blog);
  nest(blog.posts(), 30);
  const RunResult built = blog.build({}, in_a_moment());
  CHECK(built.status == 0);
  CHECK_THAT(built.out, StartsWith("1 indexed"));
  CHECK_THAT(built.err, Contains("File name too long") && Contains("no post is taken for removed"));
}

TEST_CASE("hostile sources: posts of any name are indexed, found and kept") {
  const Blog blog;
  const auto names = odd_names();
  for (const auto& [name, word] : names) blog.post(name, "---\ntitle: 과일\n---\n" + word + "\n");
  const RunResult built = blog.build({"--verbose"}, in_a_moment());
  CHECK(built.status == 0);
  CHECK_THAT(built.out, StartsWith(std::to_string(names.size()) + " indexed"));
  CHECK(text::is_utf8(built.err));
  CHECK(built.err.find('\x1b') == std::string::npos);
  CHECK(std::count(built.err.begin(), built.err.end(), '\n') ==
        static_cast<std::ptrdiff_t>(names.size()));
  for (const auto& [name, word] : names) {
    CAPTURE(name);
    CHECK(blog.ids({word}).size() == 1);
    const RunResult shown = blog.query({word});
    CHECK(shown.status == 0);
    CHECK(text::is_utf8(shown.out));
    CHECK(shown.out.find('\x1b') == std::string::npos);
  }
  CHECK_THAT(blog.build().out,
             StartsWith("0 indexed, " + std::to_string(names.size()) + " unchanged, 0 removed"));
  CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
}

}  // namespace geul::test
