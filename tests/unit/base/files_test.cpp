// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <iterator>
#include <limits>
#include <thread>

#include "tests/support/temporary_folder.hpp"

namespace geul {
namespace {

constexpr std::uintmax_t kLimit = 100;

std::ptrdiff_t entries(const std::filesystem::path& folder) {
  return std::distance(std::filesystem::directory_iterator(folder), {});
}

}  // namespace

TEST_CASE("files: what is written is read again, and nothing is left beside it") {
  const test::TemporaryFolder folder;
  const std::string bytes("a\0글", 5);
  REQUIRE(write_file(folder / "file", "before"));
  REQUIRE(write_file(folder / "file", bytes));
  CHECK(read_file(folder / "file", kLimit) == bytes);
  CHECK(read_file(folder / "file", std::numeric_limits<std::uintmax_t>::max()) == bytes);
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("files: a link in the way of the new file is not followed") {
  const test::TemporaryFolder folder;
  folder.write("theirs", "theirs");
  const std::filesystem::path file = folder / "a";
  std::filesystem::path side = file;
  side += "." + std::to_string(::getpid()) + ".tmp";
  std::filesystem::create_symlink(folder / "theirs", side);
  REQUIRE(write_file(file, "mine"));
  CHECK(*read_file(file, 10) == "mine");
  CHECK(*read_file(folder / "theirs", 10) == "theirs");
}

TEST_CASE("files: an empty file is an empty text") {
  const test::TemporaryFolder folder;
  folder.write("empty", "");
  CHECK(read_file(folder / "empty", kLimit) == "");
}

TEST_CASE("files: what cannot be read says why") {
  const test::TemporaryFolder folder;
  CHECK(read_file(folder / "none", kLimit).error().code == ErrorCode::not_found);
  CHECK(read_file(folder.path(), kLimit).error().code == ErrorCode::io);
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  CHECK(read_file(folder / "fifo", kLimit).error().code == ErrorCode::io);  // and does not wait
  folder.write("large", std::string(kLimit + 1, 'x'));
  CHECK(read_file(folder / "large", kLimit).error().code == ErrorCode::limit);
  CHECK(read_file("/proc/self/maps", kLimit).error().code == ErrorCode::limit);  // claims size 0
}

namespace {

/// Both ends of a pipe; the one to be read does not wait.
struct Pipe {
  Pipe() { REQUIRE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0); }
  ~Pipe() {
    ::close(ends[0]);
    if (open) end();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  Pipe(Pipe&&) = delete;
  Pipe& operator=(Pipe&&) = delete;

  void put(std::string_view bytes) const {
    REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  void end() {
    ::close(ends[1]);
    open = false;
  }

  int ends[2] = {-1, -1};
  bool open = true;
};

}  // namespace

TEST_CASE("files: a stream is read to its end, and waited for, also by halves") {
  Pipe pipe;
  pipe.put("고양");
  std::thread writer([&pipe] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    static_cast<void>(::write(pipe.ends[1], "이", 3));
    pipe.end();
  });
  CHECK(read_all(pipe.ends[0], "pipe", kLimit) == "고양이");
  writer.join();
}

TEST_CASE("files: a stream has the limit of a file, and its failure a reason") {
  for (const std::size_t size : {kLimit - 1, kLimit, kLimit + 1, 2 * kLimit}) {
    Pipe pipe;
    pipe.put(std::string(size, 'x'));
    pipe.end();
    const auto read = read_all(pipe.ends[0], "the pipe", kLimit);
    CHECK(read.has_value() == (size <= kLimit));
    if (read) CHECK(read->size() == size);
    if (!read) CHECK(read.error().code == ErrorCode::limit);
    if (!read) CHECK(read.error().message == "the pipe is larger than 100 bytes");
  }
  const FileDescriptor folder(::open("/", O_RDONLY | O_CLOEXEC));
  const auto refused = read_all(folder.get(), "/", kLimit);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::io);
  CHECK(refused.error().message == "cannot read /: Is a directory");
}

TEST_CASE("files: a stream of many blocks is read whole") {
  const test::TemporaryFolder folder;
  std::string bytes;
  while (bytes.size() < 5 * kReadBlockBytes + 1) bytes += "글 " + std::to_string(bytes.size());
  folder.write("file", bytes);
  const auto file = open_to_read(folder / "file");
  REQUIRE(file);
  CHECK(read_all(file->get(), "file", bytes.size()) == bytes);
  CHECK(read_all(file->get(), "file", bytes.size()) == "");  // it is at its end
}

TEST_CASE("files: a limit is said in the largest unit that it is a multiple of") {
  CHECK(in_units(0) == "0 bytes");
  CHECK(in_units(100) == "100 bytes");
  CHECK(in_units(1536) == "1536 bytes");
  CHECK(in_units(64U << 20U) == "64 MiB");
  CHECK(in_units(std::uintmax_t{3} << 40U) == "3072 GiB");
}

TEST_CASE("files: a folder that is not there cannot be written to") {
  const test::TemporaryFolder folder;
  const auto written = write_file(folder / "none/file", "x");
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::not_found);
  CHECK(written.error().message.find("No such file") != std::string::npos);
}

TEST_CASE("files: what the system refuses says what to do") {
  for (const int number : {ENOSPC, EROFS, EACCES, EIO, EMFILE}) {
    const Error error = io_error("write", "/disk/file", number);
    CHECK(error.message == "cannot write /disk/file: " + describe_errno(number));
    CHECK_FALSE(error.hint.empty());
  }
  CHECK(io_error("write", "f", ENOSPC).hint != io_error("write", "f", EROFS).hint);
}

}  // namespace geul
