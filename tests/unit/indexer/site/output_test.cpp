// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/output.hpp"

#include <catch2/catch.hpp>

#include "common/base/files.hpp"
#include "common/base/hash.hpp"
#include "indexer/site/client_files.hpp"
#include "indexer/site/deflate.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer::site {
namespace {

namespace fs = std::filesystem;

std::size_t files_beside(const test::TemporaryFolder& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), {}));
}

}  // namespace

TEST_CASE("names: the payload's hash, and the next free one for another of the same") {
  Names names;
  const std::uint32_t first = names.give("글");
  CHECK(first == hash64("글") >> 40U);
  CHECK(names.give("글") == first + 1);
  CHECK(names.give("글") == first + 2);
  CHECK(to_hex_name(0xAB) == "0000ab");
}

TEST_CASE("output: is at its place once it is published, and not before") {
  const test::TemporaryFolder folder;
  {
    auto output = Output::begin(folder / "a/geul");
    REQUIRE(output);
    output->write_payload("geul.bin", "old");
    CHECK(!fs::exists(folder / "a/geul"));
    REQUIRE(output->publish());
  }
  CHECK(inflate(read_file(folder / "a/geul/geul.bin", 100).value(), 100).value() == "old");
  {
    auto output = Output::begin(folder / "a/geul");
    REQUIRE(output);
    output->write_payload("geul.bin", "new");
    output->write_payload("t/000001.bin", "new");
    CHECK(output->files() == 2);
  }
  CHECK(inflate(read_file(folder / "a/geul/geul.bin", 100).value(), 100).value() == "old");
  CHECK(std::distance(fs::directory_iterator(folder / "a"), {}) == 1);
}

TEST_CASE("output: a folder of others and a file are refused, files packed by a host are not") {
  const test::TemporaryFolder folder;
  folder.write("mine/index.html", "");
  folder.write("file", "");
  CHECK(Output::begin(folder / "mine").error().code == ErrorCode::conflict);
  CHECK(Output::begin(folder / "file").error().code == ErrorCode::conflict);
  folder.write("geul/geul.bin", "");
  folder.write("geul/geul.js.gz", "");
  folder.write("geul/t/0000ab.bin.br", "");
  folder.write("geul/m/engine-ABC23XYZ.js", "");
  folder.write("geul/f/12-0000ab.0.bin", "");
  CHECK(Output::begin(folder / "geul"));
  for (const char* const mine : {"t/mine.txt", "t/mine.bin", "f/.bin", "m/mine.txt", "m/mine.js",
                                 "m/my-own.js", "geul-custom.css", "geul.css"}) {
    INFO(mine);
    folder.write(std::string("geul/") + mine, "");
    CHECK(Output::begin(folder / "geul").error().code == ErrorCode::conflict);
    fs::remove(folder / "geul" / mine);
  }
  CHECK(Output::begin(folder / "geul"));
  fs::create_directories(folder / "empty");
  CHECK(Output::begin(folder / "empty"));
  CHECK(files_beside(folder) == 4);
}

TEST_CASE("output: what cannot be written is told") {
  const test::TemporaryFolder folder;
  auto output = Output::begin(folder / "geul");
  REQUIRE(output);
  output->write("no/such/folder", "x");
  output->write("geul.bin", "x");
  CHECK(output->publish().error().code == ErrorCode::io);
  CHECK(!fs::exists(folder / "geul"));
}

TEST_CASE("client files: are in the program, each once") {
  const auto files = client_files();
  REQUIRE(!files.empty());
  for (std::size_t i = 0; i < files.size(); ++i) {
    CHECK(!files[i].bytes.empty());
    if (i > 0) CHECK(files[i - 1].path < files[i].path);
  }
}

}  // namespace geul::indexer::site
